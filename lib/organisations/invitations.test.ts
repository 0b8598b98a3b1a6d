import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeStranger, makeUser, makeViewer } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { acceptInvitation, findInvitation } from "./accept-invitation";
import { changeRole, removeMember } from "./change-members";
import { inviteMember, resendInvitation, revokeInvitation } from "./invite-member";
import { listInvitations } from "./queries";
import { invitationInput } from "./schema";

useDatabase();

const now = new Date();
const DAY_MS = 86_400_000;
let made: MadeOrganisation;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
});

function invite(viewer: Viewer, email: string, role: "owner" | "editor" = "editor") {
	const input = invitationInput.parse({
		organisationId: made.id,
		email,
		role,
		mailLocale: "en",
	});
	return inTransaction((tx) => inviteMember(tx, viewer, { input, now }));
}

function accept(viewer: Viewer, token: string, at = now) {
	return inTransaction((tx) => acceptInvitation(tx, viewer, { token, now: at }));
}

/** The secrets of the invitations that were mailed to an address, in order. */
async function tokensTo(email: string): Promise<string[]> {
	const jobs = await db.$queryRaw<{ payload: { to: string; props: { link?: string } } }[]>`
		SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;
	return jobs
		.filter(({ payload }) => payload.to === email)
		.map(({ payload }) => new URL(payload.props.link ?? "").searchParams.get("token") ?? "");
}

async function invited(role: "owner" | "editor" = "editor") {
	const person = await makeStranger();
	const { invitationId } = await invite(made.owner, person.email, role);
	const [token = ""] = await tokensTo(person.email);
	return { person, invitationId, token };
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

it("the person of the address becomes a member with the offered role, and only once", async () => {
	const { person, token } = await invited();
	expect(await findInvitation(person, token, now)).toEqual({
		role: "editor",
		organisation: { name: made.name },
	});
	await accept(person, token);
	expect((await makeViewer(person)).memberships).toEqual([
		{ organisationId: made.id, role: "editor" },
	]);
	expect(await codeOf(accept(person, token))).toBe("expired");
	expect(await findInvitation(person, token, now)).toBeNull();
});

it("20 acceptances at once make one member and one line in the audit", async () => {
	const { person, token } = await invited();
	const codes = await atOnce(20, () => accept(person, token));
	expect(codes.sort()).toEqual(["done", ...Array(19).fill("expired")]);
	expect(await db.auditEntry.count({ where: { action: "organisation.member_joined" } })).toBe(1);
});

describe("the link is no good", () => {
	it("for another address, and says no more than to an unknown link", async () => {
		const { token } = await invited();
		const thief = await makeStranger();
		const unknown = "x".repeat(token.length);
		expect(await findInvitation(thief, token, now)).toBeNull();
		expect(await codeOf(accept(thief, token))).toBe("expired");
		expect(await codeOf(accept(thief, unknown))).toBe("expired");
		expect(await codeOf(accept(ANONYMOUS, token))).toBe("unauthenticated");
		expect(await db.membership.count({ where: { userId: thief.id } })).toBe(0);
		expect(await db.invitation.count()).toBe(1);
	});

	it("after its term", async () => {
		const { person, token } = await invited();
		const late = new Date(now.getTime() + 14 * DAY_MS);
		expect(await codeOf(accept(person, token, late))).toBe("expired");
		expect(await codeOf(accept(person, token, new Date(late.getTime() - 1)))).toBe("done");
	});

	it("once it was taken back", async () => {
		const { person, token, invitationId } = await invited();
		await inTransaction((tx) =>
			revokeInvitation(tx, made.owner, { organisationId: made.id, invitationId, now }),
		);
		expect(await codeOf(accept(person, token))).toBe("expired");
	});

	it("once another mail was sent, whose link is good", async () => {
		const { person, token, invitationId } = await invited();
		await inTransaction((tx) =>
			resendInvitation(tx, made.owner, { organisationId: made.id, invitationId, now }),
		);
		const [, second = ""] = await tokensTo(person.email);
		expect(await codeOf(accept(person, token))).toBe("expired");
		expect(await codeOf(accept(person, second))).toBe("done");
	});

	it("once its sender is no owner any more, or gone", async () => {
		const second = await makeUser();
		await db.membership.create({
			data: { organisationId: made.id, userId: second.id, role: "owner" },
		});
		const sender = await makeViewer(second);
		for (const end of ["demoted", "removed"] as const) {
			const person = await makeStranger();
			await db.membership.updateMany({ where: { userId: second.id }, data: { role: "owner" } });
			await invite(sender, person.email);
			const [token = ""] = await tokensTo(person.email);
			const about = { organisationId: made.id, userId: second.id, now };
			await inTransaction((tx) =>
				end === "demoted"
					? changeRole(tx, made.owner, { ...about, role: "editor" })
					: removeMember(tx, made.owner, about),
			);
			expect(await codeOf(accept(person, token))).toBe("expired");
		}
	});
});

it("accepting changes neither the account nor the role of a member", async () => {
	const { person, token } = await invited("owner");
	await db.membership.create({
		data: { organisationId: made.id, userId: person.id, role: "editor" },
	});
	const before = await db.user.findUniqueOrThrow({ where: { id: person.id } });
	await accept(person, token);
	expect(await db.user.findUniqueOrThrow({ where: { id: person.id } })).toEqual(before);
	expect((await makeViewer(person)).memberships).toEqual([
		{ organisationId: made.id, role: "editor" },
	]);
});

it("inviting an address with an account answers and mails as for one without", async () => {
	const known = (await makeStranger()).email;
	const unknown = `person-${randomUUID()}@example.org`;
	const answers = [await invite(made.owner, known), await invite(made.owner, unknown)];
	expect(answers.map((answer) => Object.keys(answer))).toEqual([
		["invitationId"],
		["invitationId"],
	]);
	const rows = await listInvitations(made.owner, made.id);
	expect(new Set(rows.map(({ id: _id, email: _email, ...row }) => JSON.stringify(row))).size).toBe(
		1,
	);
	expect(await db.user.count({ where: { email: unknown } })).toBe(0);
	for (const email of [known, unknown]) expect(await tokensTo(email)).toHaveLength(1);
});

it("only owners invite, resend, take back and see invitations", async () => {
	const { invitationId } = await invited();
	const ref = { organisationId: made.id, invitationId, now };
	const actors: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[await makeStranger(), "not_found"],
		[(await makeOrganisation({ country: "AT" })).owner, "not_found"],
		[await makeEditor(made.id), "forbidden"],
	];
	for (const [viewer, code] of actors) {
		expect(await codeOf(invite(viewer, "somebody@example.org"))).toBe(code);
		expect(await codeOf(inTransaction((tx) => resendInvitation(tx, viewer, ref)))).toBe(code);
		expect(await codeOf(inTransaction((tx) => revokeInvitation(tx, viewer, ref)))).toBe(code);
		expect(await codeOf(listInvitations(viewer, made.id))).toBe(code);
	}
	const other = await makeOrganisation({ country: "FR" });
	const foreign = { ...ref, organisationId: other.id };
	expect(await codeOf(inTransaction((tx) => revokeInvitation(tx, other.owner, foreign)))).toBe(
		"not_found",
	);
	expect(await db.invitation.count()).toBe(1);
});

it("an owner who was demoted since the request began invites nobody", async () => {
	const stale = made.owner;
	const heir = await makeEditor(made.id);
	await db.membership.updateMany({ where: { userId: heir.id }, data: { role: "owner" } });
	await db.membership.updateMany({ where: { userId: stale.id }, data: { role: "editor" } });
	expect(await codeOf(invite(stale, "somebody@example.org"))).toBe("forbidden");
});

it.each(["tokenHash", "invitedById", "organisation", "expiresAt"])(
	"a form that also sends %s is refused",
	(field) => {
		const input = {
			organisationId: made.id,
			email: "a@example.org",
			role: "editor",
			mailLocale: "en",
		};
		expect(invitationInput.safeParse({ ...input, [field]: "x" }).success).toBe(false);
	},
);

it.each([
	"a@example.org\nBcc: b@example.org",
	"a@example.org, b@example.org",
	"",
	"A <a@example.org>",
])("%j is no address", (email) => {
	const input = { organisationId: made.id, email, role: "editor", mailLocale: "en" };
	expect(invitationInput.safeParse(input).success).toBe(false);
});

it("the secret itself is nowhere in the database", async () => {
	const { token } = await invited();
	expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
	expect(JSON.stringify(await db.auditEntry.findMany({ select: { detail: true } }))).not.toContain(
		token,
	);
});
