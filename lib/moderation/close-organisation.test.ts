import { beforeEach, describe, expect, it } from "vitest";
import { findOrganiser } from "@/lib/calendar/organisers";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { toApiOrganiser } from "@/lib/feeds/api-organiser";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { makeClaim } from "@/prisma/factories/claims";
import { edit, makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { closeAsAdmin, closingByAdminInput } from "./close-organisation";
import { getReviewedOrganisation } from "./organisations";

useDatabase();

const now = new Date();
const REASON = "The society was dissolved.";
let made: MadeOrganisation;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
	admin = justProven(await makeAdmin(), now);
});

function close(viewer: Viewer = admin, more: { id?: string; dissolvedOn?: string } = {}) {
	const { id: organisationId = made.id, dissolvedOn = "" } = more;
	const input = closingByAdminInput.parse({ organisationId, dissolvedOn, reason: REASON });
	return inTransaction((tx) => closeAsAdmin(tx, viewer, { input, now })).then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

const stateOf = async (eventId: string) =>
	(await db.event.findUniqueOrThrow({ where: { id: eventId } })).state;
const mailsOf = async (template: string) =>
	(await queuedMails()).filter((mail) => mail.template === template);

describe("an admin closes an organisation", () => {
	it("whoever its members are: what is not public is withdrawn, what is public stays, and the trail names the admin", async () => {
		const editor = await makeEditor(made.id);
		const coming = await makePublished({ organisation: made, reviewer: admin });
		const edited = await makePublished({ organisation: made, reviewer: admin });
		await edit(edited, { startTime: "20:00", endTime: null });
		const draft = await makeDraft({ organisation: made });
		const submitted = await makeSubmitted({ organisation: made });
		const host = await makeOrganisation({ country: "AT" });
		await makeDraft({ organisation: host, content: { coOrganisers: [made.id] } });
		await db.organisation.update({
			where: { id: made.id },
			data: { verifiedAt: now, trustedAt: now, trustedById: admin.id },
		});
		expect(await close(admin, { dissolvedOn: "2026-03-01" })).toBe("done");

		for (const { eventId } of [draft, submitted]) expect(await stateOf(eventId)).toBe("withdrawn");
		for (const { eventId } of [coming, edited]) expect(await stateOf(eventId)).toBe("approved");
		expect(await db.publishedEvent.count()).toBe(2);
		expect(await db.coOrganiser.findFirstOrThrow()).toMatchObject({
			answer: "declined",
			answeredById: admin.id,
		});
		expect(await db.membership.count({ where: { organisationId: made.id } })).toBe(0);
		expect(await db.organisation.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
			closedAt: now,
			verifiedAt: null,
			trustedAt: null,
		});
		const trail = { action: "organisation.closed", actorId: admin.id, subjectId: made.id };
		expect(await db.auditEntry.findFirstOrThrow({ where: trail })).toMatchObject({
			detail: { reason: REASON },
		});
		expect(await db.auditEntry.count({ where: { at: now, actorId: made.owner.id } })).toBe(0);
		const mails = await mailsOf("organisationClosed");
		expect(mails.map(({ to }) => to).sort()).toEqual([editor.email, made.owner.email].sort());
		expect(mails[0]?.props).toEqual({ organisation: made.name, reason: REASON });
	});

	it("and the public reads since when, and when it was dissolved", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		const read = async () => {
			const organiser = await findOrganiser(made.slug, 1);
			return organiser && toApiOrganiser(organiser, { lang: "en", origin: "https://example.org" });
		};
		expect(await read()).toMatchObject({ closedAt: null, dissolvedOn: null });
		await close(admin, { dissolvedOn: "2026-03-01" });
		expect(await read()).toMatchObject({
			closedAt: now.toISOString(),
			dissolvedOn: "2026-03-01",
		});
		expect(JSON.stringify(await read())).not.toContain(REASON);
	});

	it("that nobody owns any more: who claims it reads why", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		await db.user.update({ where: { id: made.owner.id }, data: { disabledAt: now } });
		const person = await makeStranger();
		await makeClaim(person, { of: made, now });
		expect(await close()).toBe("done");
		expect(await db.claim.count({ where: { endedAt: null } })).toBe(0);
		expect((await mailsOf("claimRefused")).map(({ to }) => to)).toEqual([person.email]);
		expect(await mailsOf("organisationClosed")).toEqual([]);
	});

	it("nobody else does, not without a fresh proof or twice, and no day to come is its last", async () => {
		const member = await makeUser({ isAdmin: true });
		await addMember(made.id, member.id, "editor");
		const actors: [Viewer, string][] = [
			[ANONYMOUS, "unauthenticated"],
			[await makeStranger(), "not_found"],
			[made.owner, "not_found"],
			[await makeCoordinator("FR"), "not_found"],
			[await makeCoordinator("DE"), "forbidden"],
			[justProven(await makeViewer(member), now), "own_organisation"],
			[await makeAdmin(), "proof_needed"],
			[justProven(admin, new Date(now.getTime() - 10 * 60_000)), "proof_needed"],
		];
		for (const [viewer, code] of actors) expect(await close(viewer)).toBe(code);
		const inThreeDays = new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
		expect(await close(admin, { dissolvedOn: inThreeDays })).toBe("invalid");
		expect(await db.organisation.count({ where: { closedAt: { not: null } } })).toBe(0);
		expect((await getReviewedOrganisation(admin, made.id)).mayClose).toBe(true);
		expect(await close()).toBe("done");
		expect(await close()).toBe("illegal_transition");
		expect((await getReviewedOrganisation(admin, made.id)).mayClose).toBe(false);
	});

	it("not one of an official list, which exists on", async () => {
		const mission = await makeMission({ country: "FR" });
		const program = await makeUser({ email: "archive@february-26.invalid", isDisabled: true });
		await addMember(mission.id, program.id, "owner");
		expect((await getReviewedOrganisation(admin, mission.id)).mayClose).toBe(false);
		expect(await close(admin, { id: mission.id })).toBe("illegal_transition");
		expect(await db.membership.count({ where: { organisationId: mission.id } })).toBe(2);
	});
});

it("the database lets only a closed one be dissolved", async () => {
	const dissolved = db.organisation.update({
		where: { id: made.id },
		data: { dissolvedOn: new Date("2026-03-01") },
	});
	await expect(dissolved).rejects.toThrow(/Organisation_dissolved_is_closed/);
});
