import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { lockAsAdmin } from "./organisation-standing";

/** So many events of an organisation must have been read and approved before it may be trusted (docs/decisions/0017). */
export const APPROVED_BEFORE_TRUST = 5;

type About = { organisationId: string; now: Date };

/**
 * Trusts an organisation: from now on its submissions are published at once, on this admin's word.
 * @throws DomainError as lockAsAdmin does; proof_needed, organisation_held, illegal_transition (trusted, or too few approved yet)
 */
export async function trustOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, now }: About,
): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, organisationId);
	requireFreshProof(admin, now);
	if (organisation.heldAt) throw new DomainError("organisation_held");
	const approved = await countReadAndApproved(tx, organisationId);
	if (organisation.trustedAt || organisation.closedAt || approved < APPROVED_BEFORE_TRUST)
		throw new DomainError("illegal_transition");
	await tx.organisation.update({
		where: { id: organisationId },
		data: { trustedAt: now, trustedById: admin.id },
		select: { id: true },
	});
	await audit(tx, {
		actorId: admin.id,
		action: "organisation.trusted",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { approved },
		at: now,
	});
}

/** Takes the trust back; what is public stays. @throws DomainError as lockAsAdmin does; illegal_transition (not trusted) */
export async function endTrust(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, now }: About,
): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, organisationId);
	if (!organisation.trustedAt) throw new DomainError("illegal_transition");
	await tx.organisation.update({
		where: { id: organisationId },
		data: { trustedAt: null, trustedById: null },
		select: { id: true },
	});
	await audit(tx, {
		actorId: admin.id,
		action: "organisation.trust_ended",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { reason: "taken_away" },
		at: now,
	});
}

/** Events of the organisation that somebody has read and approved; those published by trust do not count. */
export function countReadAndApproved(
	tx: Pick<Tx, "event">,
	organisationId: string,
): Promise<number> {
	return tx.event.count({
		where: {
			organisationId,
			decisions: { some: { kind: "approve", isByTrust: false, undoneAt: null } },
		},
	});
}
