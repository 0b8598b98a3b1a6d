import { hashSecret } from "@/lib/accounts/session-cookie";
import { newLinkToken } from "@/lib/accounts/sign-in-secrets";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { Viewer } from "@/lib/permissions/viewer";
import { type LockedOrganisation, lockAsOwner } from "./lock-organisation";
import type { InvitationInput, MembershipRole } from "./schema";

export const INVITATION_DAYS = 14;
/** Open at once, so that nobody mails the world through one organisation. */
const MAX_OPEN = 50;
const DAY_MS = 86_400_000;

/**
 * Mails an address the offer to become a member; an earlier offer to it is replaced, and its link with it. Nothing is
 * looked up by the address but the members, whom an owner sees anyway: nobody learns whether it has an account.
 * @throws DomainError as lockAsOwner does; invalid (a member already, too many open)
 */
export async function inviteMember(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: InvitationInput; now: Date },
): Promise<{ invitationId: string }> {
	const { organisationId, email, role, mailLocale } = input;
	const { organisation, owner } = await lockAsOwner(tx, viewer, organisationId);
	const member = await tx.membership.findFirst({
		where: { organisationId, user: { email } },
		select: { userId: true },
	});
	if (member) throw new DomainError("invalid", { fields: { email: "field.isMember" } });
	const open = await tx.invitation.count({ where: { organisationId, email: { not: email } } });
	if (open >= MAX_OPEN) throw new DomainError("invalid", { fields: { email: "field.tooMany" } });
	await tx.invitation.deleteMany({ where: { organisationId, email } });
	return sendInvitation(tx, {
		organisation,
		invitation: { email, role, locale: mailLocale },
		invitedById: owner.id,
		now,
	});
}

/**
 * Sends an open invitation once more, with a new link and a new term; the link of the earlier mail is dead.
 * @throws DomainError as lockAsOwner does; not_found
 */
export async function resendInvitation(
	tx: Tx,
	viewer: Viewer,
	{
		organisationId,
		invitationId,
		now,
	}: { organisationId: string; invitationId: string; now: Date },
): Promise<{ invitationId: string }> {
	const { organisation, owner } = await lockAsOwner(tx, viewer, organisationId);
	const invitation = await tx.invitation.findFirst({
		where: { id: invitationId, organisationId },
		select: { email: true, role: true, locale: true },
	});
	if (!invitation) throw new DomainError("not_found");
	await tx.invitation.delete({ where: { id: invitationId }, select: { id: true } });
	return sendInvitation(tx, { organisation, invitation, invitedById: owner.id, now });
}

/** Takes an invitation back. @throws DomainError as lockAsOwner does; not_found */
export async function revokeInvitation(
	tx: Tx,
	viewer: Viewer,
	{
		organisationId,
		invitationId,
		now,
	}: { organisationId: string; invitationId: string; now: Date },
): Promise<void> {
	const { owner } = await lockAsOwner(tx, viewer, organisationId);
	const { count } = await tx.invitation.deleteMany({
		where: { id: invitationId, organisationId },
	});
	if (count === 0) throw new DomainError("not_found");
	await audit(tx, {
		actorId: owner.id,
		action: "organisation.invitation_revoked",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { invitationId },
		at: now,
	});
}

/** Mails an offer that nobody else has; the caller holds the organisation's lock and has asked who may. */
export async function sendInvitation(
	tx: Tx,
	{
		organisation,
		invitation,
		invitedById,
		now,
	}: {
		organisation: LockedOrganisation;
		invitation: { email: string; role: MembershipRole; locale: string };
		invitedById: string;
		now: Date;
	},
): Promise<{ invitationId: string }> {
	const token = newLinkToken();
	const { id: invitationId } = await tx.invitation.create({
		data: {
			...invitation,
			organisationId: organisation.id,
			tokenHash: hashSecret(token),
			invitedById,
			createdAt: now,
			sentAt: now,
			expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
		},
		select: { id: true },
	});
	await audit(tx, {
		actorId: invitedById,
		action: "organisation.invited",
		subjectType: "organisation",
		subjectId: organisation.id,
		detail: { invitationId, role: invitation.role },
		at: now,
	});
	await enqueueMail(tx, {
		to: invitation.email,
		locale: invitation.locale,
		template: "invitation",
		props: {
			link: `${env().APP_URL}/${invitation.locale}/invitation?token=${token}`,
			organisation: organisation.name,
			role: invitation.role,
		},
	});
	return { invitationId };
}
