import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger, makeUser, makeViewer } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { viewerById, viewerByToken } from "./current-viewer";
import { deleteAccount, isFreshSession, listOnlyOwned } from "./delete-account";
import { mintSession } from "./mint-session";
import { readOwnData } from "./own-data";

useDatabase();
beforeEach(emptyDatabase);

const now = new Date();
const remove = (viewer: SignedInViewer) =>
	inTransaction((tx) => deleteAccount(tx, viewer, { now }));

describe("deleteAccount", () => {
	it("takes name, address, roles and sessions away, and keeps events, audit and a row that never signs in", async () => {
		const organisation = await makeOrganisation();
		await makePublished({ organisation });
		const { owner } = organisation;
		await db.user.update({ where: { id: owner.id }, data: { name: "Somebody" } });
		await addMember(organisation.id, (await makeUser()).id, "owner");
		const { token } = await mintSession(owner.id);
		const auditBefore = await db.auditEntry.count({ where: { actorId: owner.id } });
		await remove(owner);
		expect(await viewerByToken(token, new Date())).toEqual({ kind: "anonymous" });
		expect(await viewerById(owner.id)).toEqual({ kind: "anonymous" });
		expect(await db.user.findUnique({ where: { id: owner.id } })).toMatchObject({
			name: null,
			email: `deleted-${owner.id}@deleted.invalid`,
			isAdmin: false,
			disabledAt: now,
		});
		expect(await db.membership.count({ where: { userId: owner.id } })).toBe(0);
		expect(await db.publishedEvent.count()).toBe(1);
		expect(await db.auditEntry.count({ where: { actorId: owner.id } })).toBe(auditBefore + 1);
		const everything = JSON.stringify(await db.auditEntry.findMany({ omit: { id: true } }));
		expect(everything).not.toContain(owner.email);
		const [mail] = await db.$queryRaw<{ to: string }[]>`
			SELECT payload->>'to' AS "to" FROM graphile_worker._private_jobs
			WHERE payload->>'template' = 'accountDeleted'`;
		expect(mail?.to).toBe(owner.email);
	});

	it("lets the same address begin anew, without anything of before", async () => {
		const before = await makeStranger();
		await remove(before);
		const after = await makeViewer(await makeUser({ email: before.email }));
		expect(after.id).not.toBe(before.id);
		expect(after.memberships).toEqual([]);
	});

	it("refuses the only owner of an organisation until there is another one", async () => {
		const organisation = await makeOrganisation();
		const editor = await makeUser();
		await addMember(organisation.id, editor.id, "editor");
		expect(await listOnlyOwned(db, organisation.owner.id)).toEqual([
			{ id: organisation.id, name: organisation.name },
		]);
		await expect(remove(organisation.owner)).rejects.toMatchObject({
			fields: { account: "account.onlyOwner" },
		});
		await addMember(organisation.id, (await makeUser()).id, "owner");
		await expect(remove(organisation.owner)).resolves.toBeUndefined();
	});

	it("does not count an owner whose account is disabled", async () => {
		const organisation = await makeOrganisation();
		await addMember(organisation.id, (await makeUser({ isDisabled: true })).id, "owner");
		await expect(remove(organisation.owner)).rejects.toMatchObject({ code: "invalid" });
	});

	it("leaves one of two owners who go at once", async () => {
		const organisation = await makeOrganisation();
		const second = await makeUser();
		await addMember(organisation.id, second.id, "owner");
		const outcomes = await Promise.allSettled([
			remove(organisation.owner),
			remove(await makeViewer(second)),
		]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	it("frees the submissions and reports that the person had taken on", async () => {
		const reviewer = await makeStranger();
		const { eventId } = await makeSubmitted();
		const { eventId: publicId } = await makePublished();
		const { caseId } = await makeReport({ eventId: publicId });
		const taken = { data: { assigneeId: reviewer.id } };
		await db.event.update({ where: { id: eventId }, ...taken });
		await db.reportCase.update({ where: { id: caseId }, ...taken });
		await remove(reviewer);
		const mine = { where: { assigneeId: reviewer.id } };
		expect([await db.event.count(mine), await db.reportCase.count(mine)]).toEqual([0, 0]);
	});

	it("refuses the only admin", async () => {
		const admin = await makeAdmin();
		await expect(remove(admin)).rejects.toMatchObject({ fields: { account: "account.onlyAdmin" } });
		await makeAdmin();
		await expect(remove(admin)).resolves.toBeUndefined();
	});
});

it("counts a session as fresh for a quarter of an hour", async () => {
	const { token } = await mintSession((await makeUser()).id);
	const minutes = (count: number) => new Date(Date.now() + count * 60_000);
	expect(await isFreshSession(token, minutes(14))).toBe(true);
	expect(await isFreshSession(token, minutes(16))).toBe(false);
	expect(await isFreshSession("another", minutes(0))).toBe(false);
	expect(await isFreshSession(undefined, minutes(0))).toBe(false);
});

it("tells a person everything of their own, nothing of others, and no secret", async () => {
	const organisation = await makeOrganisation();
	const other = await makeOrganisation({ country: "FR" });
	const { token } = await mintSession(organisation.owner.id);
	const event = await makePublished({ organisation });
	const data = JSON.parse(JSON.stringify(await readOwnData(organisation.owner)));
	expect(data.account).toMatchObject({
		email: organisation.owner.email,
		sessions: [{ expires: expect.any(String) }],
		memberships: [{ role: "owner", organisation: { id: organisation.id } }],
		eventsCreated: [{ id: event.eventId, state: "approved" }],
	});
	expect(data.audit.map(({ action }: { action: string }) => action)).toContain("event.submit");
	const text = JSON.stringify(data);
	for (const foreign of [other.owner.id, other.owner.email, other.id, token, "sessionToken"])
		expect(text).not.toContain(foreign);
});
