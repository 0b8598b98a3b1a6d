import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { lockOrganisation } from "./lock-organisation";
import { stillVouches } from "./still-vouches";

/**
 * The first of two persons vouches: for a proven mailbox any reviewer of the country, else one of its coordinators, who
 * may do so unasked; it replaces the word of somebody whose office has ended. The badge comes only with the second (`lib/moderation/organisation-standing`).
 * @throws DomainError unauthenticated, not_found, forbidden (an admin who is no coordinator), own_organisation,
 * second_person (asked for it oneself), illegal_transition (no answer of the mailbox yet, vouched for already)
 */
export async function vouch(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, now }: { organisationId: string; now: Date },
): Promise<void> {
	const organisation = await lockOrganisation(tx, organisationId);
	requireCan(viewer, { action: "organisation.vouch", organisation });
	const open = await tx.verification.findFirst({
		where: { organisationId, endedAt: null },
		select: { id: true, method: true, provenAt: true, vouchedById: true, requestedById: true },
	});
	if (organisation.verifiedAt || organisation.closedAt) throw new DomainError("illegal_transition");
	if (open && (await stillVouches(tx, open.vouchedById, { organisation, method: open.method })))
		throw new DomainError("illegal_transition");
	if (open?.requestedById === viewer.id) throw new DomainError("second_person");
	const isByMailbox = open?.method === "domain";
	if (isByMailbox && !open.provenAt) throw new DomainError("illegal_transition");
	const { country } = organisation;
	if (!isByMailbox && !viewer.countries.includes(country)) throw new DomainError("forbidden");
	const vouched = { vouchedById: viewer.id, vouchedAt: now, country };
	const { id: verificationId } = open
		? await tx.verification.update({
				where: { id: open.id },
				data: vouched,
				select: { id: true },
			})
		: await tx.verification.create({
				data: {
					...vouched,
					organisationId,
					method: "coordinator",
					requestedById: viewer.id,
					createdAt: now,
				},
				select: { id: true },
			});
	await audit(tx, {
		actorId: viewer.id,
		action: "organisation.vouched",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { verificationId, method: open?.method ?? "coordinator" },
		at: now,
	});
}
