import { hashSecret } from "@/lib/accounts/session-cookie";
import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { endClaims } from "./end-claims";
import { lockOrganisation } from "./lock-organisation";
import { isOwnerless } from "./ownerless";

/**
 * What an invitation offers to the person of its very address; null for anybody else, and when it is over: the two
 * cannot be told apart. It changes nothing.
 */
export async function findInvitation(viewer: SignedInViewer, token: string, now: Date) {
	return db.invitation.findFirst({
		where: { tokenHash: hashSecret(token), email: viewer.email, expiresAt: { gt: now } },
		select: { role: true, organisation: { select: { name: true } } },
	});
}

/**
 * Makes the viewer a member, once: the invitation is gone afterwards. Whoever is a member already keeps the role,
 * but for an editor who is to own what has no owner, and nothing of the account changes.
 * @throws DomainError unauthenticated, expired (used, taken back, over, unknown, or for another address)
 */
export async function acceptInvitation(
	tx: Tx,
	viewer: Viewer,
	{ token, now }: { token: string; now: Date },
): Promise<{ organisationId: string }> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const where = {
		tokenHash: hashSecret(token),
		email: viewer.email,
		expiresAt: { gt: now },
	};
	const invitation = await tx.invitation.findFirst({
		where,
		select: { id: true, organisationId: true, role: true },
	});
	if (!invitation) throw new DomainError("expired");
	const { organisationId, role } = invitation;
	await lockOrganisation(tx, organisationId);
	const { count } = await tx.invitation.deleteMany({ where: { ...where, id: invitation.id } });
	if (count === 0) throw new DomainError("expired");
	await tx.membership.createMany({
		data: [{ organisationId, userId: viewer.id, role, createdAt: now }],
		skipDuplicates: true,
	});
	if (role === "owner" && (await isOwnerless(tx, organisationId)))
		await tx.membership.updateMany({
			where: { organisationId, userId: viewer.id },
			data: { role },
		});
	if (!(await isOwnerless(tx, organisationId)))
		await endClaims(tx, { organisationId, ownerId: viewer.id, now });
	await audit(tx, {
		actorId: viewer.id,
		action: "organisation.member_joined",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { invitationId: invitation.id, role },
		at: now,
	});
	return { organisationId };
}
