import { audit } from "@/lib/audit/audit";
import { publishProfile } from "@/lib/calendar/publish-profile";
import { refreshOrganiser } from "@/lib/calendar/refresh-organiser";
import { settleOrganiserEverywhere } from "@/lib/calendar/settle-organisers";
import type { Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { endBadge } from "@/lib/organisations/end-badge";
import { type LockedOrganisation, lockOrganisation } from "@/lib/organisations/lock-organisation";
import { alikeTo } from "@/lib/organisations/look-alikes";
import { stillVouches } from "@/lib/organisations/still-vouches";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";

type About = { organisationId: string; now: Date };

/**
 * The second person gives the badge: an admin who has neither asked nor vouched. Whoever is named alike and has no badge
 * is held from then on.
 * @throws DomainError as lockAsAdmin does; proof_needed, second_person, organisation_held (by hand), illegal_transition (nobody
 * has vouched who still has the office, or it is given)
 */
export async function confirmVerification(tx: Tx, viewer: Viewer, about: About): Promise<void> {
	await lockNames(tx, "organisation");
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	const { organisationId, now } = about;
	requireFreshProof(admin, now);
	const open = await tx.verification.findFirst({
		where: { organisationId, endedAt: null },
		select: {
			id: true,
			method: true,
			domain: true,
			country: true,
			requestedById: true,
			vouchedById: true,
			confirmedAt: true,
		},
	});
	if (!open?.vouchedById || open.confirmedAt) throw new DomainError("illegal_transition");
	if ([open.requestedById, open.vouchedById].includes(admin.id))
		throw new DomainError("second_person");
	if (!(await stillVouches(tx, open.vouchedById, { organisation, method: open.method })))
		throw new DomainError("illegal_transition");
	if (organisation.heldReason !== null) throw new DomainError("organisation_held");
	// The badge ends the hold, and its name appears under the events that it holds with others.
	if (organisation.heldAt) await requireNotFrozen(tx);
	await tx.verification.update({
		where: { id: open.id },
		data: { confirmedById: admin.id, confirmedAt: now },
		select: { id: true },
	});
	await tx.organisation.update({
		where: { id: organisationId },
		data: {
			verifiedAt: now,
			verifiedBy: open.method,
			verifiedWith: open.method === "domain" ? open.domain : open.country,
			isLookAlike: false,
			heldAt: null,
		},
		select: { id: true },
	});
	await note(tx, admin, about, { action: "organisation.verified", detail: { by: open.method } });
	await holdLookAlikes(tx, admin, { organisation, now });
	await refreshOrganiser(tx, organisationId);
	if (organisation.heldAt) await settleOrganiserEverywhere(tx, { organisationId, now });
	await tellOwners(tx, organisation);
}

/** Takes badge and trust away, or refuses the request that is open. @throws DomainError as lockAsAdmin does */
export async function endVerification(tx: Tx, viewer: Viewer, about: About): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	await endBadge(tx, { organisation, actorId: admin.id, reason: "taken_away", now: about.now });
	await refreshOrganiser(tx, about.organisationId);
}

/**
 * Lets a held organisation go: it is no impostor, or the reason for which it was held is gone. Its members are mailed.
 * @throws DomainError as lockAsAdmin does; illegal_transition (not held), frozen
 */
export async function releaseOrganisation(tx: Tx, viewer: Viewer, about: About): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	if (!organisation.heldAt) throw new DomainError("illegal_transition");
	await requireNotFrozen(tx);
	await tx.organisation.update({
		where: { id: about.organisationId },
		data: { heldAt: null, heldReason: null },
		select: { id: true },
	});
	await settleOrganiserEverywhere(tx, about);
	await note(tx, admin, about, { action: "organisation.released" });
	await tellMembers(tx, organisation, "organisationReleased");
}

/**
 * Publishes the profile that waits, as the admin has read it.
 * @throws DomainError as lockAsAdmin does; organisation_held, frozen, conflict (saved again since)
 */
export async function publishWaitingProfile(
	tx: Tx,
	viewer: Viewer,
	{ version, ...about }: About & { version: number },
): Promise<void> {
	await lockNames(tx, "organisation");
	const { organisation, admin } = await lockAsAdmin(tx, viewer, about.organisationId);
	if (organisation.heldAt) throw new DomainError("organisation_held");
	if (organisation.version !== version) throw new DomainError("conflict");
	await requireNotFrozen(tx);
	await publishProfile(tx, { ...about, actorId: admin.id });
}

/**
 * The organisation for an admin who does not belong to it.
 * @throws DomainError unauthenticated, not_found, forbidden (a coordinator), own_organisation
 */
export async function lockAsAdmin(
	tx: Tx,
	viewer: Viewer,
	organisationId: string,
): Promise<{ organisation: LockedOrganisation; admin: SignedInViewer }> {
	const organisation = await lockOrganisation(tx, organisationId);
	requireCan(viewer, { action: "organisation.decide", organisation });
	return { organisation, admin: viewer };
}

async function holdLookAlikes(
	tx: Tx,
	admin: SignedInViewer,
	{ organisation, now }: { organisation: LockedOrganisation; now: Date },
): Promise<void> {
	const texts = await tx.organisationText.findMany({
		where: { organisationId: organisation.id },
		select: { nameSkeleton: true },
	});
	const skeletons = [organisation.nameSkeleton, ...texts.map((text) => text.nameSkeleton)];
	const alike = await tx.organisation.findMany({
		where: {
			AND: [alikeTo(skeletons), { id: { not: organisation.id }, verifiedAt: null, heldAt: null }],
		},
		select: { id: true, name: true },
	});
	await tx.organisation.updateMany({
		where: { id: { in: alike.map(({ id }) => id) } },
		data: { isLookAlike: true, heldAt: now },
	});
	for (const { id, name } of alike) {
		await settleOrganiserEverywhere(tx, { organisationId: id, now });
		await note(tx, admin, { organisationId: id, now }, { action: "organisation.held" });
		await tellMembers(tx, { id, name }, "organisationHeldForName");
	}
}

async function tellMembers(
	tx: Tx,
	{ id, name }: { id: string; name: string },
	template: "organisationReleased" | "organisationHeldForName",
): Promise<void> {
	const props = { organisationId: id, organisation: name };
	for (const { email, locale } of await listMembersToTell(tx, id))
		await enqueueMail(tx, { to: email, locale, template, props });
}

async function tellOwners(tx: Tx, { id, name }: LockedOrganisation): Promise<void> {
	const owners = await tx.user.findMany({
		where: { disabledAt: null, memberships: { some: { organisationId: id, role: "owner" } } },
		orderBy: { id: "asc" },
		select: { email: true, locale: true },
	});
	for (const { email, locale } of owners) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "organisationVerified",
			props: { organisationId: id, organisation: name },
		});
	}
}

async function note(
	tx: Tx,
	admin: SignedInViewer,
	{ organisationId, now }: About,
	entry: {
		action: "organisation.verified" | "organisation.held" | "organisation.released";
		detail?: { by: string };
	},
): Promise<void> {
	await audit(tx, {
		actorId: admin.id,
		subjectType: "organisation",
		subjectId: organisationId,
		at: now,
		...entry,
	});
}
