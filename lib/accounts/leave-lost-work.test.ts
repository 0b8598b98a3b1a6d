import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { takeCase } from "@/lib/moderation/handle-report";
import { deleteTerritory, removeCoordinator, saveTerritory } from "@/lib/moderation/territories";
import { takeOn } from "@/lib/moderation/work-together";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator, makeUser } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { setAdmin } from "./change-person";

useDatabase();

const NOW = new Date();

let admin: SignedInViewer;
let reviewer: SignedInViewer;
let territoryId: string;
let eventIds: Record<"DE" | "AT", string>;
let caseId: string;

beforeEach(async () => {
	await emptyDatabase();
	admin = justProven(await makeAdmin(), NOW);
	reviewer = await makeCoordinator("DE", "AT");
	({ id: territoryId } = await db.territory.findFirstOrThrow());
	const submitIn = async (country: string) =>
		(await makeSubmitted({ organisation: await makeOrganisation({ country }) })).eventId;
	eventIds = { DE: await submitIn("DE"), AT: await submitIn("AT") };
	const shown = await makePublished({ reviewer: admin });
	({ caseId } = await makeReport({ eventId: shown.eventId }));
});

async function takeAll(viewer: SignedInViewer): Promise<void> {
	for (const eventId of Object.values(eventIds))
		await inTransaction((tx) => takeOn(tx, viewer, { eventId, isTaken: true, now: NOW }));
	await inTransaction((tx) => takeCase(tx, viewer, { input: { caseId, isTaken: true }, now: NOW }));
}

/** What the person still has. */
async function taken({ id: assigneeId }: SignedInViewer): Promise<string[]> {
	const events = await db.event.findMany({ where: { assigneeId }, select: { country: true } });
	const cases = await db.reportCase.count({ where: { assigneeId } });
	return [...events.map(({ country }) => country ?? "").sort(), ...(cases > 0 ? ["report"] : [])];
}

const save = (countries: string[]) =>
	inTransaction((tx) =>
		saveTerritory(tx, admin, {
			territoryId,
			input: { name: "Middle", timezone: "Europe/Berlin", countries },
			now: NOW,
		}),
	);

describe("what somebody has taken on is free again", () => {
	beforeEach(async () => takeAll(reviewer));

	it("when they are no coordinator of the territory any more", async () => {
		expect(await taken(reviewer)).toEqual(["AT", "DE", "report"]);
		await inTransaction((tx) =>
			removeCoordinator(tx, admin, { territoryId, userId: reviewer.id, now: NOW }),
		);
		expect(await taken(reviewer)).toEqual([]);
		const traces = await db.auditEntry.findMany({
			where: { actorId: admin.id, action: { endsWith: ".assigned" } },
			orderBy: { id: "asc" },
			select: { action: true, subjectId: true, detail: true },
		});
		expect(traces).toHaveLength(3);
		expect(traces).toContainEqual({
			action: "report_case.assigned",
			subjectId: caseId,
			detail: { assigneeId: null },
		});
	});

	it("when the territory is deleted, or loses the country", async () => {
		await save(["AT", "FR"]);
		expect(await taken(reviewer)).toEqual(["AT"]);
		await inTransaction((tx) => deleteTerritory(tx, admin, { territoryId, now: NOW }));
		expect(await taken(reviewer)).toEqual([]);
	});

	it("but not where another territory or an admin's office lets them review it", async () => {
		await db.territory.create({
			data: {
				name: "Germany",
				countries: { create: { country: "DE" } },
				coordinators: { create: { userId: reviewer.id } },
			},
		});
		await inTransaction((tx) => deleteTerritory(tx, admin, { territoryId, now: NOW }));
		expect(await taken(reviewer)).toEqual(["DE", "report"]);
	});

	it("not when another's office ends", async () => {
		const other = await makeUser({ isAdmin: true, countries: ["FR"] });
		await inTransaction((tx) =>
			setAdmin(tx, admin, { input: { userId: other.id, isAdmin: false }, now: NOW }),
		);
		expect(await taken(reviewer)).toEqual(["AT", "DE", "report"]);
	});
});

it("an admin whose office ends keeps what they may review as a coordinator", async () => {
	const other = await makeAdmin();
	await takeAll(other);
	await db.coordinator.create({ data: { territoryId, userId: other.id } });
	await save(["AT"]);
	expect(await taken(other)).toEqual(["AT", "DE", "report"]);
	await inTransaction((tx) =>
		setAdmin(tx, admin, { input: { userId: other.id, isAdmin: false }, now: NOW }),
	);
	expect(await taken(other)).toEqual(["AT"]);
});
