import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger, makeUser, makeViewer } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { changeRole, handOver, removeMember } from "./change-members";

useDatabase();

const now = new Date();
let made: MadeOrganisation;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
});

async function makeOwner(): Promise<SignedInViewer> {
	const user = await makeUser();
	await addMember(made.id, user.id, "owner");
	return makeViewer(user);
}

const about = (userId: string) => ({ organisationId: made.id, userId, now });
const leave = (viewer: SignedInViewer) =>
	inTransaction((tx) => removeMember(tx, viewer, about(viewer.id)));
const demote = (viewer: Viewer, userId: string) =>
	inTransaction((tx) => changeRole(tx, viewer, { ...about(userId), role: "editor" }));

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

function countOwners(): Promise<number> {
	return db.membership.count({ where: { organisationId: made.id, role: "owner" } });
}

describe("an organisation always has an owner", () => {
	it("the last one can neither leave nor become an editor", async () => {
		await makeEditor(made.id);
		expect(await codeOf(leave(made.owner))).toBe("last_owner");
		expect(await codeOf(demote(made.owner, made.owner.id))).toBe("last_owner");
		expect(await countOwners()).toBe(1);
	});

	it("a disabled owner is none to leave it to", async () => {
		const other = await makeOwner();
		await db.user.update({ where: { id: other.id }, data: { disabledAt: now } });
		expect(await codeOf(leave(made.owner))).toBe("last_owner");
	});

	it("nor is it handed over to one", async () => {
		const heir = await makeEditor(made.id);
		await db.user.update({ where: { id: heir.id }, data: { disabledAt: now } });
		const hand = inTransaction((tx) => handOver(tx, made.owner, about(heir.id)));
		expect(await codeOf(hand)).toBe("not_found");
	});

	it("of two owners who leave at once one stays, 20 times", async () => {
		for (let round = 0; round < 20; round++) {
			const [one, two] = [made.owner, await makeOwner()];
			const codes = await Promise.all([codeOf(leave(one)), codeOf(leave(two))]);
			expect(codes.toSorted()).toEqual(["done", "last_owner"]);
			expect(await countOwners()).toBe(1);
			const left = await db.membership.findFirstOrThrow({ where: { role: "owner" } });
			made = { ...made, owner: await makeViewer({ id: left.userId }) };
		}
	});

	it("of two owners who demote each other at once one stays", async () => {
		const other = await makeOwner();
		const codes = await Promise.all([
			codeOf(demote(made.owner, other.id)),
			codeOf(demote(other, made.owner.id)),
		]);
		expect(codes.toSorted()).toEqual(["done", "forbidden"]);
		expect(await countOwners()).toBe(1);
	});

	it("the database refuses what forgot to ask, also from two sides at once", async () => {
		const one = { organisationId: made.id, userId: made.owner.id };
		await expect(db.membership.deleteMany({ where: one })).rejects.toThrow(/no owner/);
		await expect(
			db.membership.updateMany({ where: one, data: { role: "editor" } }),
		).rejects.toThrow(/no owner/);
		await expect(db.user.delete({ where: { id: made.owner.id } })).rejects.toThrow(/no owner/);
		const other = await makeOwner();
		const outcomes = await Promise.allSettled(
			[made.owner.id, other.id].map((userId) =>
				db.membership.deleteMany({ where: { organisationId: made.id, userId } }),
			),
		);
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
		expect(await countOwners()).toBe(1);
	});

	it("but may go with all of its members", async () => {
		await db.organisation.delete({ where: { id: made.id } });
		expect(await db.membership.count()).toBe(0);
	});
});

it("handing over makes the one an owner and the other an editor, and may be done once", async () => {
	const heir = await makeEditor(made.id);
	const hand = () => inTransaction((tx) => handOver(tx, made.owner, about(heir.id)));
	await hand();
	expect((await makeViewer(heir)).memberships).toEqual([
		{ organisationId: made.id, role: "owner" },
	]);
	expect((await makeViewer(made.owner)).memberships).toEqual([
		{ organisationId: made.id, role: "editor" },
	]);
	// The viewer was read before: the role counts that the database has.
	expect(await codeOf(hand())).toBe("forbidden");
	expect(await countOwners()).toBe(1);
});

it("an editor and an owner among several may leave; who left has no rights at the next request", async () => {
	const editor = await makeEditor(made.id);
	expect(await codeOf(leave(editor))).toBe("done");
	const other = await makeOwner();
	expect(await codeOf(leave(other))).toBe("done");
	expect((await makeViewer(editor)).memberships).toEqual([]);
	expect(await db.auditEntry.count({ where: { action: "organisation.member_removed" } })).toBe(2);
});

it("strangers, editors, owners elsewhere and admins change no members", async () => {
	const editor = await makeEditor(made.id);
	const victim = await makeEditor(made.id);
	const actors: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[await makeStranger(), "not_found"],
		[(await makeOrganisation({ country: "AT" })).owner, "not_found"],
		[await makeAdmin(), "not_found"],
		[editor, "forbidden"],
	];
	for (const [viewer, code] of actors) {
		const tries = [
			() => inTransaction((tx) => changeRole(tx, viewer, { ...about(victim.id), role: "owner" })),
			() => inTransaction((tx) => removeMember(tx, viewer, about(victim.id))),
			() => inTransaction((tx) => handOver(tx, viewer, about(victim.id))),
		];
		for (const attempt of tries) expect(await codeOf(attempt())).toBe(code);
	}
	const own = inTransaction((tx) => changeRole(tx, editor, { ...about(editor.id), role: "owner" }));
	expect(await codeOf(own)).toBe("forbidden");
	expect(await db.membership.count({ where: { organisationId: made.id } })).toBe(3);
});

it("a member of another organisation is nobody here", async () => {
	const elsewhere = await makeOrganisation({ country: "AT" });
	expect(await codeOf(demote(made.owner, elsewhere.owner.id))).toBe("not_found");
	const hand = inTransaction((tx) => handOver(tx, made.owner, about(elsewhere.owner.id)));
	expect(await codeOf(hand)).toBe("not_found");
});
