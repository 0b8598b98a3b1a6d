import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { can, decisionFacts, reportsHandledBy } from "@/lib/permissions/can";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { makePublished } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeMission,
} from "@/prisma/factories/organisations";
import {
	makeAdmin,
	makeCoordinator,
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { makeReport, queuedMails } from "@/prisma/factories/reports";
import { useDatabase } from "@/prisma/factories/use-database";
import { takeCase } from "./handle-report";
import { getCase, listCases } from "./report-queries";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
const REPORTER = "reporter@example.org";

let admin: SignedInViewer;
let organisation: MadeOrganisation;
let eventId: string;

beforeAll(async () => {
	admin = await makeAdmin();
	organisation = await makeMission({ country: "DE" });
	({ eventId } = await makePublished({ organisation, reviewer: admin }));
});

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

function take(viewer: Viewer, caseId: string) {
	const input = { caseId, isTaken: true };
	return inTransaction((tx) => takeCase(tx, viewer, { input, now: NOW }));
}

describe("who may see a report", () => {
	it.each(["event", "organisation"] as const)("of an %s: the table", async (what) => {
		const { caseId } = await makeReport(
			what === "event" ? { eventId } : { organisationId: organisation.id },
		);
		const memberOf = async (options: { isAdmin?: boolean; countries?: string[] }) => {
			const user = await makeUser(options);
			await addMember(organisation.id, user.id, "editor");
			return makeViewer(user);
		};
		const table: [string, Viewer, string][] = [
			["anonymous", ANONYMOUS, "unauthenticated"],
			["stranger", await makeStranger(), "forbidden"],
			["owner", organisation.owner, "forbidden"],
			["editor", await makeEditor(organisation.id), "forbidden"],
			["coordinator of the country", await makeCoordinator("AT", "DE"), "done"],
			["coordinator of another country", await makeCoordinator("FR"), "not_found"],
			["coordinator who is a member", await memberOf({ countries: ["DE"] }), "not_found"],
			["admin", admin, "done"],
			["admin who is a member", await memberOf({ isAdmin: true }), "not_found"],
		];
		const event = await db.event.findUniqueOrThrow({
			where: { id: eventId },
			select: decisionFacts,
		});
		for (const [actor, viewer, code] of table) {
			const question =
				what === "event"
					? ({ action: "event.reports", event } as const)
					: ({ action: "organisation.reports", organisation } as const);
			expect([actor, can(viewer, question)]).toEqual([actor, code === "done"]);
			const where = { AND: [{ id: caseId }, reportsHandledBy(viewer)] };
			expect([actor, await db.reportCase.count({ where })]).toEqual([
				actor,
				code === "done" ? 1 : 0,
			]);
			expect([actor, await codeOf(getCase(viewer, caseId))]).toEqual([actor, code]);
			expect([actor, await codeOf(take(viewer, caseId))]).toEqual([actor, code]);
			if (code === "done" || code === "not_found") {
				const listed = (await listCases(viewer)).items.map(({ id }) => id);
				expect(listed.includes(caseId)).toBe(code === "done");
				if (code === "not_found") expect(listed).toEqual([]);
			}
		}
	});

	it("no reviewer ever reads a reporter's address, and no organiser that there is a report", async () => {
		const { caseId } = await makeReport({ eventId, email: REPORTER });
		const of = await getCase(admin, caseId);
		expect(of.reports.at(-1)).toMatchObject({ hasEmail: true });
		expect(JSON.stringify([of, await listCases(admin)])).not.toContain(REPORTER);
		const mails = await queuedMails();
		expect(mails.map(({ to }) => to)).not.toContain(organisation.owner.email);
	});
});
