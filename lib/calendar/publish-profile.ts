import { audit } from "@/lib/audit/audit";
import { Prisma, type Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { allotOrganisationSlug } from "@/lib/organisations/allot-slug";
import { endBadge } from "@/lib/organisations/end-badge";
import { type LockedOrganisation, lockOrganisation } from "@/lib/organisations/lock-organisation";
import { type WaitingProfile, waitingProfile } from "@/lib/organisations/schema";
import { isFrozen } from "@/lib/permissions/switches";
import { skeleton } from "@/lib/text/plain";
import { refreshOrganiser } from "./refresh-organiser";
import { settleOrganiserEverywhere } from "./settle-organisers";

/** The official missions have a page without any event; what else is public of an organisation hangs on its events. */
const MISSION = "mission:";

/**
 * Publishes the profile that waits where nobody needs to read it first: nothing of the organisation is public yet, or it
 * is verified or trusted and its names, kind and country stay. Any other waits for a reviewer (docs/decisions/0016).
 * @returns whether it is public now
 */
export async function settleProfile(
	tx: Tx,
	{ organisationId, actorId, now }: { organisationId: string; actorId: string; now: Date },
): Promise<boolean> {
	await lockNames(tx, "organisation");
	const organisation = await lockOrganisation(tx, organisationId);
	const profile = readWaiting(organisation.waiting);
	if (organisation.heldAt !== null) {
		await settleOrganiserEverywhere(tx, { organisationId, now });
		return false;
	}
	if (profile === null || (await isFrozen(tx))) return false;
	const isVouchedFor = organisation.verifiedAt !== null || organisation.trustedAt !== null;
	const isFree =
		!(await isPublic(tx, organisationId)) ||
		(isVouchedFor && !(await isRenamed(tx, organisation, profile)));
	if (isFree) await publishProfile(tx, { organisationId, actorId, now });
	return isFree;
}

/**
 * Makes the profile that waits public, in the caller's transaction: the organiser's page, its name under its events, and
 * the address, which leads on from the former one. With another name, kind or country the badge and the trust end: they
 * were given to somebody else.
 * @param savedBefore leaves a profile alone that was saved later: nobody has read it
 */
export async function publishProfile(
	tx: Tx,
	{
		organisationId,
		actorId,
		savedBefore,
		now,
	}: { organisationId: string; actorId: string; savedBefore?: Date; now: Date },
): Promise<void> {
	await lockNames(tx, "organisation");
	const organisation = await lockOrganisation(tx, organisationId);
	const profile = readWaiting(organisation.waiting);
	if (profile === null) return;
	if (savedBefore && new Date(profile.savedAt) > savedBefore) return;
	if (await isRenamed(tx, organisation, profile)) {
		await endBadge(tx, { organisation, actorId, reason: "renamed", now });
	}
	const { texts, savedAt: _, ...columns } = profile;
	const slug =
		profile.name === organisation.name
			? organisation.slug
			: await allotOrganisationSlug(tx, { name: profile.name, organisationId });
	await tx.organisation.update({
		where: { id: organisationId },
		data: {
			...columns,
			slug,
			nameSkeleton: skeleton(profile.name),
			logoId: organisation.waitingLogoId,
			waiting: Prisma.DbNull,
			waitingLogoId: null,
		},
		select: { id: true },
	});
	await tx.organisationText.deleteMany({ where: { organisationId } });
	await tx.organisationText.createMany({
		data: texts.map((text) => ({ ...text, organisationId, nameSkeleton: skeleton(text.name) })),
	});
	await moveSlug(tx, { organisationId, from: organisation.slug, to: slug });
	await refreshOrganiser(tx, organisationId);
	await audit(tx, {
		actorId,
		action: "organisation.profile_published",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { version: organisation.version, slug },
		at: now,
	});
}

/** The profile that waits, or null; one that an older version wrote otherwise counts as none. */
export function readWaiting(value: unknown): WaitingProfile | null {
	return waitingProfile.safeParse(value).data ?? null;
}

async function isPublic(tx: Tx, organisationId: string): Promise<boolean> {
	const found = await tx.organisation.findFirst({
		where: {
			id: organisationId,
			OR: [
				{ published: { some: {} } },
				{ importKey: { startsWith: MISSION } },
				// A reviewer has read its name there, and it appears as soon as it accepts.
				{ coOrganised: { some: { revision: { submittedAt: { not: null } } } } },
			],
		},
		select: { id: true },
	});
	return found !== null;
}

async function isRenamed(
	tx: Tx,
	organisation: LockedOrganisation,
	profile: WaitingProfile,
): Promise<boolean> {
	const { name, kind, country, id } = organisation;
	if (name !== profile.name || kind !== profile.kind || country !== profile.country) return true;
	const before = await tx.organisationText.findMany({
		where: { organisationId: id, name: { not: "" } },
		select: { locale: true, name: true },
	});
	const known = new Set(before.map((text) => `${text.locale} ${text.name}`));
	return profile.texts.some(
		(text) => text.name !== "" && !known.has(`${text.locale} ${text.name}`),
	);
}

async function moveSlug(
	tx: Tx,
	{ organisationId, from, to }: { organisationId: string; from: string; to: string },
): Promise<void> {
	if (from === to) return;
	await tx.formerOrganisationSlug.deleteMany({ where: { slug: to, organisationId } });
	await tx.formerOrganisationSlug.create({
		data: { slug: from, organisationId },
		select: { slug: true },
	});
}
