import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { ANONYMOUS, type SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { makePast, submitTyped } from "@/prisma/factories/recaps";
import { makeReport } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { countForDesk } from "./desk-counts";
import { listReviewedOrganisations } from "./organisations";
import { listQueue } from "./queue";
import { listRecapQueue } from "./recap-queries";
import { listCases } from "./report-queries";
import { nameCoordinator } from "./territories";

useDatabase();
beforeEach(emptyDatabase);

async function fill(country: string, admin: SignedInViewer, submissions: number) {
	const organisation = await makeOrganisation({ country });
	for (let number = 0; number < submissions; number++) await makeSubmitted({ organisation });
	await submitTyped(await makePast({ organisation, reviewer: admin }), { attendanceMin: "100" });
	const { eventId } = await makePublished({ organisation, reviewer: admin });
	await makeReport({ eventId });
	const held = await makeOrganisation({ country, name: `Held in ${country}` });
	await db.organisation.update({
		where: { id: held.id },
		data: { heldAt: new Date() },
		select: { id: true },
	});
	return organisation;
}

async function listed(viewer: SignedInViewer) {
	return {
		submissions: (await listQueue(viewer)).items.length,
		recaps: (await listRecapQueue(viewer, "waiting")).length,
		reports: (await listCases(viewer)).items.length,
		organisations: (await listReviewedOrganisations(viewer, { filter: "attention" })).items.length,
	};
}

it("are as many as the lists have: for coordinator, deputy, member and admin, each in their countries", async () => {
	const admin = await makeAdmin();
	const coordinator = await makeCoordinator("DE");
	const german = await fill("DE", admin, 3);
	await fill("FR", admin, 1);
	const person = await makeUser();
	const { id: territoryId } = await db.territory.findFirstOrThrow();
	await inTransaction((tx) =>
		nameCoordinator(tx, justProven(admin), {
			input: { territoryId, email: person.email, role: "deputy" },
			now: new Date(),
		}),
	);
	const deputy = await makeViewer(person);
	const colleague = await makeUser({ countries: ["DE"] });
	await addMember(german.id, colleague.id, "editor");
	const member = await makeViewer(colleague);
	const inGermany = { submissions: 3, recaps: 1, reports: 1, organisations: 1 };
	const expected: [SignedInViewer, typeof inGermany][] = [
		[coordinator, inGermany],
		[deputy, inGermany],
		[member, { ...inGermany, reports: 0 }],
		[admin, { submissions: 4, recaps: 2, reports: 2, organisations: 2 }],
		[await makeCoordinator("IT"), { submissions: 0, recaps: 0, reports: 0, organisations: 0 }],
	];
	for (const [viewer, counts] of expected) {
		expect(await countForDesk(viewer)).toEqual(counts);
		expect(await listed(viewer)).toEqual(counts);
	}
});

it("are nobody else's", async () => {
	await fill("DE", await makeAdmin(), 1);
	expect(await countForDesk(await makeStranger())).toBeNull();
	expect(await countForDesk(ANONYMOUS)).toBeNull();
});
