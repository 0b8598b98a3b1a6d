import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { sendInvitation } from "@/lib/organisations/invite-member";
import { isOwnerless } from "@/lib/organisations/ownerless";
import type { OwnerInvitationInput } from "@/lib/organisations/schema";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { lockAsAdmin } from "./organisation-standing";

/**
 * Mails an address the offer to become the owner of an organisation that nobody who can sign in owns; whatever offer was
 * open before is dead. It is an invitation as owners send it: for this address, once, and for 14 days.
 * @throws DomainError as lockAsAdmin does; proof_needed, second_person (one's own address), conflict (it has an owner)
 */
export async function inviteOwner(
	tx: Tx,
	viewer: SignedInViewer,
	{ input, now }: { input: OwnerInvitationInput; now: Date },
): Promise<{ invitationId: string }> {
	const { organisationId, email, mailLocale } = input;
	const { organisation, admin } = await lockAsAdmin(tx, viewer, organisationId);
	requireFreshProof(admin, now);
	if (email.toLowerCase() === admin.email.toLowerCase()) throw new DomainError("second_person");
	if (!(await isOwnerless(tx, organisationId))) throw new DomainError("conflict");
	await tx.invitation.deleteMany({ where: { organisationId } });
	return sendInvitation(tx, {
		organisation,
		invitation: { email, role: "owner", locale: mailLocale },
		invitedById: admin.id,
		now,
	});
}

/**
 * Takes such an offer back.
 * @throws DomainError as lockAsAdmin does; proof_needed, not_found (none is open), conflict (it has an owner)
 */
export async function revokeOwnerInvitation(
	tx: Tx,
	viewer: SignedInViewer,
	{
		organisationId,
		invitationId,
		now,
	}: { organisationId: string; invitationId: string; now: Date },
): Promise<void> {
	const { admin } = await lockAsAdmin(tx, viewer, organisationId);
	requireFreshProof(admin, now);
	if (!(await isOwnerless(tx, organisationId))) throw new DomainError("conflict");
	const { count } = await tx.invitation.deleteMany({
		where: { id: invitationId, organisationId },
	});
	if (count === 0) throw new DomainError("not_found");
	await audit(tx, {
		actorId: admin.id,
		action: "organisation.invitation_revoked",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { invitationId },
		at: now,
	});
}
