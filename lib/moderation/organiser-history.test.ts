import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { decideOn, makePublished, makeSubmitted } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { closeCase } from "./handle-report";
import { readOrganiserHistory } from "./organiser-history";
import { takeDown } from "./take-down";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
let admin: SignedInViewer;
let reviewer: SignedInViewer;
let organisation: MadeOrganisation;

beforeEach(async () => {
	await emptyDatabase();
	admin = await makeAdmin();
	reviewer = await makeCoordinator("DE");
	organisation = await makeOrganisation();
});

it("of an organisation that has done nothing yet is empty", async () => {
	expect(await readOrganiserHistory(reviewer, organisation.id)).toEqual({
		approved: 0,
		changesRequested: 0,
		rejected: 0,
		byTrust: 0,
		since: null,
		hidden: 0,
		reports: 0,
		reportsRight: 0,
	});
});

it("counts what people decided and what stands, and nothing of other organisations", async () => {
	const { eventId, now } = await makePublished({ organisation, reviewer: admin });
	await makePublished({ organisation, reviewer: admin });
	await decideOn(await makeSubmitted({ organisation }), admin, "reject");
	await decideOn(await makeSubmitted({ organisation }), admin, "request_changes");
	const trusted = await makePublished({ organisation, reviewer: admin });
	await db.decision.updateMany({
		where: { eventId: trusted.eventId },
		data: { isByTrust: true },
	});
	const undone = await decideOn(await makeSubmitted({ organisation }), admin, "reject");
	await db.decision.updateMany({
		where: { eventId: undone.eventId },
		data: { undoneAt: NOW, undoneById: admin.id, undoneReason: "By mistake" },
	});
	await makePublished({ organisation: await makeOrganisation(), reviewer: admin });
	const history = await readOrganiserHistory(reviewer, organisation.id);
	expect(history).toMatchObject({
		approved: 2,
		rejected: 1,
		changesRequested: 1,
		byTrust: 1,
		since: now,
	});
	expect(eventId).toBeTruthy();
});

it("counts hidings, and reports by people that the viewer may handle", async () => {
	const event = await makePublished({ organisation, reviewer: admin });
	const { eventId, eventVersion } = event;
	const first = await makeReport({ eventId });
	const close = (caseId: string, outcome: "hidden" | "kept") =>
		inTransaction((tx) =>
			closeCase(tx, reviewer, { input: { caseId, outcome, reason: "Checked" }, now: NOW }),
		);
	await close(first.caseId, "hidden");
	await close((await makeReport({ eventId })).caseId, "kept");
	await makeReport({ eventId, website: "a machine" });
	await inTransaction((tx) =>
		takeDown(tx, reviewer, { input: { eventId, eventVersion, reason: "A number" }, now: NOW }),
	);
	expect(await readOrganiserHistory(reviewer, organisation.id)).toMatchObject({
		hidden: 1,
		reports: 2,
		reportsRight: 1,
	});
	const elsewhere = await readOrganiserHistory(await makeCoordinator("FR"), organisation.id);
	expect(elsewhere).toMatchObject({ reports: 0, reportsRight: 0 });
});
