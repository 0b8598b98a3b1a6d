import { z } from "zod";
import { type AuditAction, audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { cleanText } from "@/lib/text/plain";
import { leaveLostWork } from "./leave-lost-work";
import { leaveWork } from "./leave-work";

export const personRef = z.strictObject({ userId: z.uuid() });
export const closeAccountInput = personRef.extend({
	reason: z
		.string()
		.max(1000, "field.tooLong")
		.transform(cleanText)
		.refine((reason) => reason.length >= 3, "field.reason"),
});

type Call<Input> = { input: Input; now: Date };
type Person = { id: string; email: string; locale: string };

/**
 * Makes somebody else an admin, or takes that away; it takes effect at their next request. The one who does it stays, so
 * there is always an admin.
 * @throws DomainError forbidden (no admin, or oneself), proof_needed, not_found, conflict (it is so already)
 */
export async function setAdmin(
	tx: Tx,
	viewer: SignedInViewer,
	{ input: { userId, isAdmin }, now }: Call<{ userId: string; isAdmin: boolean }>,
): Promise<void> {
	const person = await lockPerson(tx, viewer, { userId, now });
	const { count } = await tx.user.updateMany({
		where: { id: userId, isAdmin: !isAdmin, disabledAt: null },
		data: { isAdmin },
	});
	if (count === 0) throw new DomainError("conflict");
	// An admin who is none any more invites nobody to organisations of others, not even by a mail sent before.
	if (!isAdmin) {
		await tx.invitation.deleteMany({
			where: { invitedById: userId, organisation: { memberships: { none: { userId } } } },
		});
		await leaveLostWork(tx, viewer, { userIds: [userId], now });
	}
	await note(tx, viewer, {
		action: isAdmin ? "account.admin_named" : "account.admin_ended",
		userId,
		now,
	});
	if (isAdmin)
		await enqueueMail(tx, {
			to: person.email,
			locale: person.locale,
			template: "adminNamed",
			props: {},
		});
}

/**
 * Closes somebody else's account: they are signed out everywhere and cannot sign in until it is opened again. What they
 * registered stays; what they had taken on is free again, and nobody joins by an invitation of theirs any more, not even
 * they themselves by another address. They are mailed the reason.
 * @throws DomainError forbidden (no admin, or oneself), proof_needed, not_found, conflict (it is closed already)
 */
export async function closeAccount(
	tx: Tx,
	viewer: SignedInViewer,
	{ input: { userId, reason }, now }: Call<z.infer<typeof closeAccountInput>>,
): Promise<void> {
	const person = await lockPerson(tx, viewer, { userId, now });
	const { count } = await tx.user.updateMany({
		where: { id: userId, disabledAt: null },
		data: { disabledAt: now, isAdmin: false },
	});
	if (count === 0) throw new DomainError("conflict");
	await tx.session.deleteMany({ where: { userId } });
	await tx.signInRequest.deleteMany({ where: { email: person.email } });
	await tx.invitation.deleteMany({ where: { invitedById: userId } });
	await leaveWork(tx, userId, now);
	await note(tx, viewer, { action: "account.closed", userId, now });
	await enqueueMail(tx, {
		to: person.email,
		locale: person.locale,
		template: "accountClosed",
		props: { reason },
	});
}

/**
 * Opens a closed account again, without the office of an admin.
 * @throws DomainError forbidden (no admin, or oneself), proof_needed, not_found, conflict (it is open)
 */
export async function openAccount(
	tx: Tx,
	viewer: SignedInViewer,
	{ input: { userId }, now }: Call<z.infer<typeof personRef>>,
): Promise<void> {
	await lockPerson(tx, viewer, { userId, now });
	const { count } = await tx.user.updateMany({
		where: { id: userId, disabledAt: { not: null } },
		data: { disabledAt: null },
	});
	if (count === 0) throw new DomainError("conflict");
	await note(tx, viewer, { action: "account.opened", userId, now });
}

/** Ends all of somebody else's sign-ins. @throws DomainError forbidden (no admin, or oneself), proof_needed, not_found */
export async function signOutPerson(
	tx: Tx,
	viewer: SignedInViewer,
	{ input: { userId }, now }: Call<z.infer<typeof personRef>>,
): Promise<void> {
	await lockPerson(tx, viewer, { userId, now });
	await tx.session.deleteMany({ where: { userId } });
	await note(tx, viewer, { action: "account.signed_out", userId, now });
}

async function lockPerson(
	tx: Tx,
	viewer: SignedInViewer,
	{ userId, now }: { userId: string; now: Date },
): Promise<Person> {
	requireCan(viewer, { action: "people.edit", userId });
	requireFreshProof(viewer, now);
	// Two admins who take each other's office away come one after the other; the second is no admin any more.
	await tx.$queryRaw`
		SELECT "id" FROM "User" WHERE "isAdmin" OR "id" = ${userId}::uuid ORDER BY "id" FOR UPDATE`;
	const actor = await tx.user.findUniqueOrThrow({
		where: { id: viewer.id },
		select: { isAdmin: true, disabledAt: true },
	});
	if (!actor.isAdmin || actor.disabledAt) throw new DomainError("forbidden");
	const person = await tx.user.findFirst({
		where: { id: userId, NOT: { email: { endsWith: ".invalid" } } },
		select: { id: true, email: true, locale: true },
	});
	if (!person) throw new DomainError("not_found");
	return person;
}

async function note(
	tx: Tx,
	viewer: SignedInViewer,
	{ action, userId, now }: { action: AuditAction; userId: string; now: Date },
): Promise<void> {
	await audit(tx, {
		actorId: viewer.id,
		action,
		subjectType: "user",
		subjectId: userId,
		at: now,
	});
}
