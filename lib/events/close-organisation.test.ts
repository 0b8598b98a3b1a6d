import { beforeEach, describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { readOrganiserPage } from "@/lib/calendar/organiser-page";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listReviewedOrganisations } from "@/lib/moderation/organisations";
import { listClaimable } from "@/lib/organisations/claim-queries";
import { inviteMember } from "@/lib/organisations/invite-member";
import { findClosable } from "@/lib/organisations/queries";
import { invitationInput } from "@/lib/organisations/schema";
import { vouch } from "@/lib/organisations/vouch";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import {
	edit,
	makeDraft,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger, makeUser } from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { closeOrganisation } from "./close-organisation";
import { listNameable } from "./co-organiser-queries";

useDatabase();
beforeEach(emptyDatabase);

const now = new Date();

const close = (viewer: Viewer, { id }: { id: string }, dissolvedOn: string | null = null) =>
	inTransaction((tx) =>
		closeOrganisation(tx, viewer, { input: { organisationId: id, dissolvedOn }, now }),
	);

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);

function invite({ id: organisationId, owner }: MadeOrganisation) {
	const fields = { organisationId, email: "a@example.org", role: "owner", mailLocale: "en" };
	const input = invitationInput.parse(fields);
	return inTransaction((tx) => inviteMember(tx, owner, { input, now }));
}

const stateOf = async (eventId: string) =>
	(await db.event.findUniqueOrThrow({ where: { id: eventId } })).state;

describe("the last member closes an organisation", () => {
	it("what is not public is withdrawn, what is public stays, and everything open ends", async () => {
		const made = await makeOrganisation();
		const admin = await makeAdmin();
		const published = await makePublished({ organisation: made, reviewer: admin });
		const edited = await makePublished({ organisation: made, reviewer: admin });
		await edit(edited, { startTime: "20:00", endTime: null });
		const resubmitted = await submitAgain(
			await edit(await makePublished({ organisation: made, reviewer: admin }), {
				startTime: "20:00",
				endTime: null,
			}),
		);
		const draft = await makeDraft({ organisation: made });
		const submitted = await makeSubmitted({ organisation: made });
		const host = await makeOrganisation({ country: "AT" });
		await makeDraft({ organisation: host, content: { coOrganisers: [made.id] } });
		await invite(made);
		const coordinator = await makeCoordinator("DE");
		await inTransaction((tx) => vouch(tx, coordinator, { organisationId: made.id, now }));
		await close(made.owner, made);

		expect(await stateOf(draft.eventId)).toBe("withdrawn");
		expect(await stateOf(submitted.eventId)).toBe("withdrawn");
		for (const { eventId } of [published, edited, resubmitted])
			expect(await stateOf(eventId)).toBe("approved");
		expect(await db.publishedEvent.count()).toBe(3);
		expect((await readOrganiserPage(made.slug, now))?.numbers.events).toBe(3);
		expect(await db.coOrganiser.findFirstOrThrow()).toMatchObject({ answer: "declined" });
		expect((await queuedMails()).map(({ template }) => template)).toContain("coOrganiserDeclined");
		expect(await db.invitation.count()).toBe(0);
		expect(await db.verification.count({ where: { endedAt: null } })).toBe(0);
		expect(await db.membership.count({ where: { organisationId: made.id } })).toBe(0);
		expect(await db.organisation.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
			closedAt: now,
			verifiedAt: null,
		});
		expect(
			await db.auditEntry.count({
				where: { action: "organisation.closed", actorId: made.owner.id, subjectId: made.id },
			}),
		).toBe(1);
		const { items } = await listReviewedOrganisations(admin, { filter: "attention" });
		expect(items).toEqual([]);
	});

	it("and it is named, claimed and vouched for no more; its page goes with its events", async () => {
		const made = await makeOrganisation();
		const host = await makeOrganisation({ country: "AT" });
		const nameable = () => listNameable({ ownerId: host.id, slugs: [made.slug] });
		await makePublished({ organisation: made });
		expect(await nameable()).toHaveLength(1);
		await close(made.owner, made);
		expect(await nameable()).toEqual([]);
		expect(await listClaimable(host.owner)).toEqual([]);
		const coordinator = await makeCoordinator("DE");
		const stand = inTransaction((tx) => vouch(tx, coordinator, { organisationId: made.id, now }));
		expect(await codeOf(stand)).toBe("illegal_transition");
		const unseen = await makeOrganisation({ country: "FR" });
		await close(unseen.owner, unseen);
		expect(await readOrganiserPage(unseen.slug, now)).toBeNull();
	});

	it("then the account can be deleted", async () => {
		const made = await makeOrganisation();
		const remove = () => inTransaction((tx) => deleteAccount(tx, made.owner, { now }));
		expect(await codeOf(remove())).toBe("invalid");
		await close(made.owner, made);
		expect(await codeOf(remove())).toBe("done");
	});

	it("nobody else does, and not while somebody else is a member", async () => {
		const made = await makeOrganisation();
		await addMember(made.id, (await makeUser({ isDisabled: true })).id, "owner");
		expect(await findClosable(made.owner, made.id)).toEqual({ isListed: false });
		const editor = await makeEditor(made.id);
		expect(await findClosable(made.owner, made.id)).toBeNull();
		const actors: [Viewer, string][] = [
			[ANONYMOUS, "unauthenticated"],
			[await makeStranger(), "not_found"],
			[await makeAdmin(), "not_found"],
			[editor, "forbidden"],
			[made.owner, "conflict"],
		];
		for (const [viewer, code] of actors) expect(await codeOf(close(viewer, made))).toBe(code);
		expect(await db.organisation.count({ where: { closedAt: null } })).toBe(1);
		await db.membership.deleteMany({ where: { userId: editor.id } });
		expect(await codeOf(close(made.owner, made))).toBe("done");
		expect(await codeOf(close(made.owner, made))).toBe("not_found");
	});

	it("a mission is given back: it stays, and somebody else may claim it", async () => {
		const mission = await makeMission();
		const program = await makeUser({ email: "archive@february-26.invalid", isDisabled: true });
		await addMember(mission.id, program.id, "owner");
		expect(await findClosable(mission.owner, mission.id)).toEqual({ isListed: true });
		await close(mission.owner, mission);
		expect(await db.organisation.findFirstOrThrow()).toMatchObject({ closedAt: null });
		expect(await db.membership.findMany({ select: { userId: true } })).toEqual([
			{ userId: program.id },
		]);
		expect(await readOrganiserPage(mission.slug, now)).not.toBeNull();
		expect((await listClaimable(await makeStranger())).map(({ id }) => id)).toEqual([mission.id]);
	});
});

describe("the database", () => {
	it("lets an organisation be without members where it is closed, and nowhere else", async () => {
		const made = await makeOrganisation();
		const where = { organisationId: made.id };
		await expect(db.membership.deleteMany({ where })).rejects.toThrow(/no owner/);
		const closed = db.organisation.update({ where: { id: made.id }, data: { closedAt: now } });
		await expect(closed).rejects.toThrow(/would have members/);
		await close(made.owner, made);
		await expect(addMember(made.id, made.owner.id, "owner")).rejects.toThrow(/is closed/);
		const opened = db.organisation.update({ where: { id: made.id }, data: { closedAt: null } });
		await expect(opened).rejects.toThrow(/closed for good/);
		await db.organisation.update({ where: { id: made.id }, data: { website: null } });
	});
});
