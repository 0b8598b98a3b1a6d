import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { acceptInvitation } from "@/lib/organisations/accept-invitation";
import { invitationInput, ownerInvitationInput } from "@/lib/organisations/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { addMember, makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
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
import { inviteOwner, revokeOwnerInvitation } from "./invite-owner";
import { getReviewedOrganisation } from "./organisations";

useDatabase();
beforeEach(emptyDatabase);

const now = new Date();

/** An organisation whose only owner cannot sign in. */
async function makeOwnerless() {
	const made = await makeOrganisation();
	await db.user.update({ where: { id: made.owner.id }, data: { disabledAt: now } });
	return made;
}

function invite(viewer: SignedInViewer, organisationId: string, email: string) {
	const input = ownerInvitationInput.parse({ organisationId, email, mailLocale: "de" });
	return inTransaction((tx) => inviteOwner(tx, viewer, { input, now }));
}

async function accept(viewer: SignedInViewer) {
	const mails = (await queuedMails()).filter(({ to }) => to === viewer.email);
	const token = new URL(mails.at(-1)?.props.link ?? "").searchParams.get("token") ?? "";
	return inTransaction((tx) => acceptInvitation(tx, viewer, { token, now }));
}

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);

const ownersOf = async (organisationId: string) =>
	(
		await db.membership.findMany({
			where: { organisationId, role: "owner", user: { disabledAt: null } },
		})
	).map(({ userId }) => userId);

describe("an admin invites the owner of an organisation that has none", () => {
	it("who accepts by the mail, once, with a trace; the offer before is dead", async () => {
		const { id, name } = await makeOwnerless();
		const admin = justProven(await makeAdmin(), now);
		const [first, person] = [await makeStranger(), await makeStranger()];
		await invite(admin, id, first.email);
		await invite(admin, id, person.email);
		expect(await getReviewedOrganisation(admin, id)).toMatchObject({
			isOwnerless: true,
			invitations: [{ email: person.email }],
		});
		expect((await queuedMails()).at(-1)).toMatchObject({
			to: person.email,
			locale: "de",
			template: "invitation",
			props: { organisation: name, role: "owner" },
		});
		expect(await codeOf(accept(first))).toBe("expired");
		expect(await codeOf(accept(person))).toBe("done");
		expect(await ownersOf(id)).toEqual([person.id]);
		expect((await getReviewedOrganisation(admin, id)).isOwnerless).toBe(false);
		expect(await codeOf(invite(admin, id, first.email))).toBe("conflict");
		expect(
			await db.auditEntry.findMany({
				where: {
					subjectId: id,
					action: { in: ["organisation.invited", "organisation.member_joined"] },
				},
				orderBy: { id: "asc" },
				select: { action: true, actorId: true },
			}),
		).toEqual([
			{ action: "organisation.invited", actorId: admin.id },
			{ action: "organisation.invited", actorId: admin.id },
			{ action: "organisation.member_joined", actorId: person.id },
		]);
	});

	it("also one of its editors", async () => {
		const { id } = await makeOwnerless();
		const editor = await makeEditor(id);
		await invite(justProven(await makeAdmin(), now), id, editor.email);
		await accept(editor);
		expect(await ownersOf(id)).toEqual([editor.id]);
	});

	it("never while it has one, by nobody else, without a fresh proof, or at the own address", async () => {
		const { id } = await makeOwnerless();
		const owned = await makeOrganisation({ country: "AT" });
		const admin = justProven(await makeAdmin(), now);
		const stale = justProven(await makeAdmin(), new Date(now.getTime() - 11 * 60_000));
		const member = await makeUser({ isAdmin: true });
		await addMember(id, member.id, "editor");
		const actors: [SignedInViewer, string][] = [
			[await makeStranger(), "not_found"],
			[justProven(await makeCoordinator("DE"), now), "forbidden"],
			[justProven(await makeViewer(member), now), "own_organisation"],
			[stale, "proof_needed"],
		];
		const { invitationId } = await invite(admin, id, "somebody@example.org");
		for (const [viewer, code] of actors) {
			expect(await codeOf(invite(viewer, id, "another@example.org"))).toBe(code);
			const revoke = inTransaction((tx) =>
				revokeOwnerInvitation(tx, viewer, { organisationId: id, invitationId, now }),
			);
			expect(await codeOf(revoke)).toBe(code);
		}
		expect(await codeOf(invite(admin, owned.id, "another@example.org"))).toBe("conflict");
		expect(await codeOf(invite(admin, id, admin.email.toUpperCase()))).toBe("second_person");
		expect(await db.invitation.findMany({ select: { id: true } })).toEqual([{ id: invitationId }]);
		const coordinator = await makeCoordinator("DE");
		expect((await getReviewedOrganisation(coordinator, id)).invitations).toEqual([]);
	});

	it("and takes the offer back", async () => {
		const { id } = await makeOwnerless();
		const admin = justProven(await makeAdmin(), now);
		const person = await makeStranger();
		const { invitationId } = await invite(admin, id, person.email);
		const revoke = () =>
			inTransaction((tx) =>
				revokeOwnerInvitation(tx, admin, { organisationId: id, invitationId, now }),
			);
		await revoke();
		expect(await codeOf(accept(person))).toBe("expired");
		expect(await codeOf(revoke())).toBe("not_found");
	});
});

it.each(["role", "invitedById", "expiresAt"])("a form that also sends %s is refused", (field) => {
	const input = { organisationId: crypto.randomUUID(), email: "a@example.org", mailLocale: "en" };
	expect(ownerInvitationInput.safeParse(input).success).toBe(true);
	expect(ownerInvitationInput.safeParse({ ...input, [field]: "owner" }).success).toBe(false);
	expect(invitationInput.safeParse(input).success).toBe(false);
});
