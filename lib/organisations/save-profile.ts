import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";
import { skeleton } from "@/lib/text/plain";
import { type LockedOrganisation, lockAsOwner } from "./lock-organisation";
import { flagNames } from "./look-alikes";
import type { ProfileInput, WaitingProfile } from "./schema";

/**
 * Keeps a profile as the one that waits to become public (`lib/calendar/publish-profile` decides when). A new name that
 * looks like a verified organisation's holds everything of this one until an admin releases it.
 * @param logoId a picture that was just stored for this organisation; null keeps the one there is
 * @throws DomainError as lockAsOwner does; conflict (somebody saved since), invalid (a logo without its credit)
 */
export async function saveProfile(
	tx: Tx,
	viewer: Viewer,
	{ input, logoId, now }: { input: ProfileInput; logoId: string | null; now: Date },
): Promise<{ version: number }> {
	await lockNames(tx, "organisation");
	const { organisation, owner } = await lockAsOwner(tx, viewer, input.organisationId);
	if (organisation.version !== input.version) throw new DomainError("conflict");
	const logo = nextLogo(organisation, { logoId, isRemoved: input.removeLogo === "1" });
	if (logo !== null && !input.logoCredit)
		throw new DomainError("invalid", { fields: { logoCredit: "field.required" } });
	const waiting = profileOf(input, now);
	const held = await flagsOf(tx, organisation, { waiting, now });
	const { version } = await tx.organisation.update({
		where: { id: organisation.id },
		data: { ...held, waiting, waitingLogoId: logo, version: { increment: 1 } },
		select: { version: true },
	});
	const about = {
		actorId: owner.id,
		subjectType: "organisation",
		subjectId: organisation.id,
		at: now,
	} as const;
	await audit(tx, { ...about, action: "organisation.profile_saved", detail: { version } });
	if (held.heldAt) await audit(tx, { ...about, action: "organisation.held" });
	return { version };
}

function nextLogo(
	organisation: LockedOrganisation,
	{ logoId, isRemoved }: { logoId: string | null; isRemoved: boolean },
): string | null {
	if (logoId !== null) return logoId;
	if (isRemoved) return null;
	return organisation.waiting === null ? organisation.logoId : organisation.waitingLogoId;
}

function profileOf(input: ProfileInput, now: Date): WaitingProfile {
	const texts = LOCALES.flatMap((locale) => {
		const text = input.texts[locale];
		return text && (text.name || text.description) ? [{ locale, ...text }] : [];
	});
	return {
		name: input.name,
		kind: input.kind,
		country: input.country,
		cityName: input.cityName || null,
		website: input.website || null,
		contactEmail: input.contactEmail || null,
		contactPhone: input.contactPhone || null,
		covers: input.covers.filter((code) => code !== input.country),
		texts,
		logoCredit: input.logoCredit || null,
		savedAt: now.toISOString(),
	};
}

/** Names that were public before were looked at before: only new ones can hold an organisation. */
async function flagsOf(
	tx: Tx,
	organisation: LockedOrganisation,
	{ waiting, now }: { waiting: WaitingProfile; now: Date },
): Promise<{ isLookAlike?: boolean; heldAt?: Date }> {
	const present = await tx.organisationText.findMany({
		where: { organisationId: organisation.id },
		select: { nameSkeleton: true },
	});
	const known = new Set([organisation.nameSkeleton, ...present.map((text) => text.nameSkeleton)]);
	const names = [waiting.name, ...waiting.texts.map((text) => text.name)].filter(
		(name) => name !== "" && !known.has(skeleton(name)),
	);
	const { isLookAlike, isHeld } = await flagNames(tx, { names, exceptId: organisation.id });
	return {
		...(isLookAlike ? { isLookAlike } : {}),
		...(isHeld ? { heldAt: organisation.heldAt ?? now } : {}),
	};
}
