import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { OPEN_CLAIM } from "@/lib/organisations/claim-organisation";
import type { ClaimRef } from "@/lib/organisations/claim-schema";
import { endClaims } from "@/lib/organisations/end-claims";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { isOwnerless } from "@/lib/organisations/ownerless";
import { stillVouches } from "@/lib/organisations/still-vouches";
import { type OrganisationFacts, requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { lockAsAdmin } from "./organisation-standing";

type About = ClaimRef & { now: Date };

/**
 * The first of two persons stands for a claim, by the rule of the badge: for a mailbox that has answered any reviewer of the
 * country, else one of its coordinators; never the claimant. It replaces the word of somebody whose office has ended.
 * @throws DomainError unauthenticated, not_found, forbidden (an admin who is no coordinator), own_organisation,
 * second_person (one's own claim), illegal_transition (no answer of the mailbox yet, vouched for already)
 */
export async function vouchForClaim(tx: Tx, viewer: SignedInViewer, about: About): Promise<void> {
	const organisation = await lockOrganisation(tx, about.organisationId);
	requireCan(viewer, { action: "organisation.vouch", organisation });
	const claim = await readOpen(tx, about);
	if (claim.claimantId === viewer.id) throw new DomainError("second_person");
	if (await isVouchedFor(tx, claim, organisation)) throw new DomainError("illegal_transition");
	if (claim.method === "domain" && !claim.provenAt) throw new DomainError("illegal_transition");
	if (claim.method === "coordinator" && !viewer.countries.includes(organisation.country))
		throw new DomainError("forbidden");
	await tx.claim.update({
		where: { id: claim.id },
		data: { vouchedById: viewer.id, vouchedAt: about.now },
		select: { id: true },
	});
	await note(tx, viewer, about, "organisation.claim_vouched");
}

/**
 * The second person, an admin who has neither claimed nor vouched, makes the claimant the owner. What others claim of it is
 * void from then on, and so are invitations that nobody has accepted.
 * @throws DomainError as lockAsAdmin does; proof_needed, second_person, illegal_transition (nobody has vouched who still has the
 * office), conflict
 * (it has an owner, or the claimant's account is closed)
 */
export async function confirmClaim(tx: Tx, viewer: SignedInViewer, about: About): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	requireFreshProof(admin, about.now);
	const { organisationId, now } = about;
	const claim = await readOpen(tx, about);
	if ([claim.claimantId, claim.vouchedById].includes(admin.id))
		throw new DomainError("second_person");
	if (!(await isVouchedFor(tx, claim, organisation))) throw new DomainError("illegal_transition");
	if (claim.claimant.disabledAt || !(await isOwnerless(tx, organisationId)))
		throw new DomainError("conflict");
	const userId = claim.claimantId;
	await tx.claim.update({
		where: { id: claim.id },
		data: { decidedById: admin.id, confirmedAt: now },
		select: { id: true },
	});
	await tx.membership.upsert({
		where: { organisationId_userId: { organisationId, userId } },
		create: { organisationId, userId, role: "owner", createdAt: now },
		update: { role: "owner" },
		select: { userId: true },
	});
	await tx.invitation.deleteMany({ where: { organisationId } });
	await endClaims(tx, { organisationId, ownerId: userId, now });
	await note(tx, admin, about, "organisation.claim_confirmed");
	await enqueueMail(tx, {
		to: claim.claimant.email,
		locale: claim.claimant.locale,
		template: "claimConfirmed",
		props: { organisationId, organisation: organisation.name },
	});
}

/**
 * An admin refuses a claim; the claimant is mailed the reason.
 * @throws DomainError as lockAsAdmin does; not_found (none is open), second_person (one's own claim)
 */
export async function refuseClaim(
	tx: Tx,
	viewer: SignedInViewer,
	{ reason, ...about }: About & { reason: string },
): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	const claim = await readOpen(tx, about);
	if (claim.claimantId === admin.id) throw new DomainError("second_person");
	await tx.claim.update({
		where: { id: claim.id },
		data: { decidedById: admin.id, endedAt: about.now },
		select: { id: true },
	});
	await note(tx, admin, about, "organisation.claim_refused");
	if (claim.claimant.disabledAt) return;
	await enqueueMail(tx, {
		to: claim.claimant.email,
		locale: claim.claimant.locale,
		template: "claimRefused",
		props: { organisation: organisation.name, reason },
	});
}

async function isVouchedFor(
	tx: Tx,
	{ vouchedById, method }: Awaited<ReturnType<typeof readOpen>>,
	organisation: OrganisationFacts,
): Promise<boolean> {
	return stillVouches(tx, vouchedById, { organisation, method });
}

async function readOpen(tx: Tx, { claimId, organisationId }: ClaimRef) {
	const claim = await tx.claim.findFirst({
		where: { id: claimId, organisationId, ...OPEN_CLAIM },
		select: {
			id: true,
			method: true,
			provenAt: true,
			vouchedById: true,
			claimantId: true,
			claimant: { select: { email: true, locale: true, disabledAt: true } },
		},
	});
	if (!claim) throw new DomainError("not_found");
	return claim;
}

async function note(
	tx: Tx,
	{ id: actorId }: SignedInViewer,
	{ organisationId, claimId, now }: About,
	action:
		| "organisation.claim_vouched"
		| "organisation.claim_confirmed"
		| "organisation.claim_refused",
): Promise<void> {
	await audit(tx, {
		actorId,
		action,
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { claimId },
		at: now,
	});
}
