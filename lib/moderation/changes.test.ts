import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	edit,
	type MadeEvent,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeCoordinator } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { decide } from "./decide";
import { listQueue } from "./queue";

useDatabase();

it("the queue tells small corrections from important changes, and co-organisers hear of the latter once", async () => {
	const own = await makeOrganisation({ country: "EE" });
	const other = await makeOrganisation({ country: "FR" });
	const reviewer = await makeCoordinator("EE");
	const published = await makePublished({
		organisation: own,
		archive: { coOrganiserIds: [other.id] },
	});
	const weightOf = async () => (await listQueue(reviewer)).items.map(({ weight }) => weight);
	const corrected = await submitAgain(await edit(published, { contactPhone: "+372 123 4567" }));
	expect(await weightOf()).toEqual(["small"]);
	await approve(corrected, reviewer);
	const toOther = () => templatesTo(other.owner.email);
	expect(await toOther()).toEqual([]);

	const { version: eventVersion } = await db.event.findUniqueOrThrow({
		where: { id: published.eventId },
		select: { version: true },
	});
	const moved = await submitAgain(
		await edit({ ...corrected, eventVersion }, { venueName: "Another hall" }),
	);
	expect(await weightOf()).toEqual(["important"]);
	await approve(moved, reviewer);
	expect(await toOther()).toEqual(["eventChanged"]);
	await makeSubmitted({ organisation: own });
	expect(await weightOf()).toEqual([null]);
});

function approve({ eventId, eventVersion, now }: MadeEvent, reviewer: SignedInViewer) {
	const input = { eventId, eventVersion, kind: "approve" as const, reason: "" };
	return inTransaction((tx) => decide(tx, reviewer, { input, now }));
}

async function templatesTo(address: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ template: string }[]>`
		SELECT payload->>'template' AS template FROM graphile_worker._private_jobs
		WHERE payload->>'to' = ${address} ORDER BY id`;
	return rows.map(({ template }) => template);
}
