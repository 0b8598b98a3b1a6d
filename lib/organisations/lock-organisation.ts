import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";

/**
 * Holds the organisation's row until the end of the transaction: members, badge and profile change one after the other.
 * @throws DomainError not_found
 */
export async function lockOrganisation(tx: Tx, organisationId: string) {
	await tx.$queryRaw`SELECT "id" FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
	const organisation = await tx.organisation.findUnique({
		where: { id: organisationId },
		select: {
			id: true,
			slug: true,
			name: true,
			nameSkeleton: true,
			kind: true,
			country: true,
			version: true,
			isLookAlike: true,
			heldAt: true,
			heldReason: true,
			verifiedAt: true,
			trustedAt: true,
			trustedById: true,
			closedAt: true,
			logoId: true,
			waiting: true,
			waitingLogoId: true,
		},
	});
	if (!organisation) throw new DomainError("not_found");
	return organisation;
}
export type LockedOrganisation = Awaited<ReturnType<typeof lockOrganisation>>;

/**
 * The same for an owner, whose role is read again under the lock: it may have been taken away since the request began.
 * @throws DomainError unauthenticated, not_found (no member), forbidden (an editor)
 */
export async function lockAsOwner(
	tx: Tx,
	viewer: Viewer,
	organisationId: string,
): Promise<{ organisation: LockedOrganisation; owner: SignedInViewer }> {
	requireCan(viewer, { action: "organisation.edit", organisationId });
	const organisation = await lockOrganisation(tx, organisationId);
	const membership = await tx.membership.findUnique({
		where: { organisationId_userId: { organisationId, userId: viewer.id } },
		select: { role: true },
	});
	if (!membership) throw new DomainError("not_found");
	if (membership.role !== "owner") throw new DomainError("forbidden");
	return { organisation, owner: viewer };
}
