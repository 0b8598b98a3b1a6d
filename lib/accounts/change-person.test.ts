import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { inviteMember } from "@/lib/organisations/invite-member";
import { invitationInput } from "@/lib/organisations/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeUser, makeViewer } from "@/prisma/factories/people";
import { makeReport, queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { closeAccount, openAccount, setAdmin, signOutPerson } from "./change-person";
import { mintSession } from "./mint-session";
import { getPerson, listPeople, peopleFilters } from "./people";

useDatabase();
beforeEach(emptyDatabase);

const NOW = new Date();
const REASON = "The embassy says that this is not theirs.";

/** With a proof of a moment ago, and of half an hour ago. */
const fresh = (viewer: SignedInViewer): SignedInViewer => withProof(viewer, 0);
const stale = (viewer: SignedInViewer): SignedInViewer => withProof(viewer, 30);

function withProof(viewer: SignedInViewer, minutesAgo: number): SignedInViewer {
	const provenAt = new Date(NOW.getTime() - minutesAgo * 60_000);
	return { ...viewer, factor: "proven", session: { id: viewer.id, provenAt } };
}

const DEEDS = {
	name: (viewer: SignedInViewer, userId: string) =>
		inTransaction((tx) => setAdmin(tx, viewer, { input: { userId, isAdmin: true }, now: NOW })),
	close: (viewer: SignedInViewer, userId: string) =>
		inTransaction((tx) =>
			closeAccount(tx, viewer, { input: { userId, reason: REASON }, now: NOW }),
		),
	signOut: (viewer: SignedInViewer, userId: string) =>
		inTransaction((tx) => signOutPerson(tx, viewer, { input: { userId }, now: NOW })),
};
const open = (viewer: SignedInViewer, userId: string) =>
	inTransaction((tx) => openAccount(tx, viewer, { input: { userId }, now: NOW }));

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

describe("changing a person", () => {
	it.each(Object.entries(DEEDS))(
		"(%s) is for admins with a fresh proof, and never of oneself",
		async (_name, deed) => {
			const admin = await makeAdmin();
			const person = await makeUser();
			const organiser = await makeViewer(await makeUser());
			expect(await codeOf(deed(fresh(organiser), person.id))).toBe("forbidden");
			expect(await codeOf(deed(fresh(await makeCoordinator("DE")), person.id))).toBe("forbidden");
			expect(await codeOf(deed(stale(admin), person.id))).toBe("proof_needed");
			expect(await codeOf(deed(fresh(admin), admin.id))).toBe("forbidden");
			expect(await codeOf(deed(fresh(admin), crypto.randomUUID()))).toBe("not_found");
			expect(await codeOf(deed(fresh(admin), person.id))).toBe("done");
			expect(
				await db.auditEntry.count({ where: { actorId: admin.id, subjectId: person.id } }),
			).toBe(1);
		},
	);

	it("closes an account: signed out, nothing taken on, mailed why; opened again it is nobody's office", async () => {
		const admin = fresh(await makeAdmin());
		const other = await makeUser({ isAdmin: true });
		await mintSession(other.id);
		const { eventId } = await makeSubmitted();
		await db.event.update({ where: { id: eventId }, data: { assigneeId: other.id } });
		const { caseId } = await makeReport({ eventId: (await makePublished()).eventId });
		await db.reportCase.update({ where: { id: caseId }, data: { assigneeId: other.id } });
		await DEEDS.close(admin, other.id);
		expect(await db.reportCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
			assigneeId: null,
		});
		expect(await db.session.count({ where: { userId: other.id } })).toBe(0);
		expect((await db.event.findUniqueOrThrow({ where: { id: eventId } })).assigneeId).toBeNull();
		await expect(makeViewer(other)).rejects.toThrow("disabled");
		expect(
			(await queuedMails()).filter(({ template }) => template === "accountClosed"),
		).toMatchObject([{ to: other.email, props: { reason: REASON } }]);
		expect(await codeOf(DEEDS.close(admin, other.id))).toBe("conflict");
		await open(admin, other.id);
		expect(await makeViewer(other)).toMatchObject({ isAdmin: false });
	});

	it("ends the invitations of whoever is closed, and names what has no owner then, before and after", async () => {
		const admin = fresh(await makeAdmin());
		const impostor = await makeOrganisation();
		const shared = await makeOrganisation({ country: "AT", ownerId: impostor.owner.id });
		await addMember(shared.id, (await makeUser()).id, "owner");
		await addMember(impostor.id, (await makeUser()).id, "editor");
		await addMember(impostor.id, (await makeUser({ isDisabled: true })).id, "owner");
		const owner = await makeViewer(impostor.owner);
		for (const organisationId of [impostor.id, shared.id]) {
			const input = invitationInput.parse({
				organisationId,
				email: "second-mailbox@example.org",
				role: "owner",
				mailLocale: "en",
			});
			await inTransaction((tx) => inviteMember(tx, owner, { input, now: NOW }));
		}
		const lost = [{ id: impostor.id, name: impostor.name }];
		expect((await getPerson(admin, owner.id)).onlyOwned).toEqual(lost);
		await DEEDS.close(admin, owner.id);
		expect((await getPerson(admin, owner.id)).onlyOwned).toEqual(lost);
		expect(await db.invitation.count()).toBe(0);
	});

	it("an admin who is none any more invites nobody to what others own", async () => {
		const [admin, other] = [fresh(await makeAdmin()), fresh(await makeAdmin())];
		const mission = await makeOrganisation();
		const own = await makeOrganisation({ country: "AT", ownerId: other.id });
		for (const organisationId of [mission.id, own.id])
			await db.invitation.create({
				data: {
					organisationId,
					email: "somebody@example.org",
					role: "owner",
					tokenHash: organisationId,
					locale: "en",
					invitedById: other.id,
					sentAt: NOW,
					expiresAt: NOW,
				},
			});
		await inTransaction((tx) =>
			setAdmin(tx, admin, { input: { userId: other.id, isAdmin: false }, now: NOW }),
		);
		expect(await db.invitation.findMany({ select: { organisationId: true } })).toEqual([
			{ organisationId: own.id },
		]);
	});

	it("leaves an admin, also when two take each other's office away at once", async () => {
		const [one, other] = [fresh(await makeAdmin()), fresh(await makeAdmin())];
		const end = (viewer: SignedInViewer, userId: string) =>
			codeOf(
				inTransaction((tx) =>
					setAdmin(tx, viewer, { input: { userId, isAdmin: false }, now: NOW }),
				),
			);
		expect((await Promise.all([end(one, other.id), end(other, one.id)])).sort()).toEqual([
			"done",
			"forbidden",
		]);
		expect(await db.user.count({ where: { isAdmin: true } })).toBe(1);
	});
});

describe("the list of people", () => {
	it("is for admins, finds by name and address, and leaves deleted accounts out", async () => {
		const admin = await makeAdmin();
		const coordinator = await makeCoordinator("DE");
		const closed = await makeUser({ isDisabled: true });
		const gone = await makeUser({ email: "deleted-1@deleted.invalid", isDisabled: true });
		const idsOf = async (filters: Record<string, string>) =>
			(await listPeople(admin, peopleFilters.parse(filters))).items.map(({ id }) => id);
		expect(new Set(await idsOf({}))).toEqual(new Set([admin.id, coordinator.id, closed.id]));
		expect(await idsOf({ group: "coordinators" })).toEqual([coordinator.id]);
		expect(await idsOf({ group: "closed" })).toEqual([closed.id]);
		expect(await idsOf({ q: coordinator.email.slice(0, 30).toUpperCase() })).toEqual([
			coordinator.id,
		]);
		expect(await idsOf({ q: "%" })).toEqual([]);
		expect(await codeOf(getPerson(admin, gone.id))).toBe("not_found");
		expect(await codeOf(listPeople(coordinator, peopleFilters.parse({})))).toBe("forbidden");
		expect(await codeOf(getPerson(coordinator, closed.id))).toBe("forbidden");
	});
});
