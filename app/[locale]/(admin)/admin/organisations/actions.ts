"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG, organiserTag } from "@/lib/calendar/tags";
import { consume } from "@/lib/http/rate-limit";
import { confirmClaim, refuseClaim, vouchForClaim } from "@/lib/moderation/claims";
import { closeAsAdmin, closingByAdminInput } from "@/lib/moderation/close-organisation";
import { holdInput, holdOrganisation } from "@/lib/moderation/hold-organisation";
import { inviteOwner, revokeOwnerInvitation } from "@/lib/moderation/invite-owner";
import {
	confirmVerification,
	endVerification,
	publishWaitingProfile,
	releaseOrganisation,
} from "@/lib/moderation/organisation-standing";
import { endTrust, trustOrganisation } from "@/lib/moderation/trust";
import { claimRef, claimRefusal } from "@/lib/organisations/claim-schema";
import {
	domainInput,
	domainRef,
	listDomain,
	removeDomain,
} from "@/lib/organisations/official-domains";
import {
	invitationRef,
	organisationRef,
	ownerInvitationInput,
	versionInput,
} from "@/lib/organisations/schema";
import { vouch } from "@/lib/organisations/vouch";
import { can } from "@/lib/permissions/can";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const inLanguage = { locale: z.enum(LOCALES) };
const organisation = organisationRef.extend(inLanguage);
const tags = () => [CALENDAR_TAG];

function pageOf(
	{ locale, organisationId }: { locale: string; organisationId: string },
	done: string,
): string {
	return `/${locale}/admin/organisations/${organisationId}?done=${done}`;
}

/** The first person stands for an organisation; each verb asks for the permission under its lock. */
export const vouchFor = defineAction({
	name: "organisations.vouch",
	input: organisation,
	permission: isReviewer,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		vouch(tx, viewer, { organisationId, now }),
	redirectTo: (_result, input) => pageOf(input, "vouched"),
});

/** The second person gives the badge. */
export const confirmBadge = defineAction({
	name: "organisations.confirm_verification",
	input: organisation,
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		confirmVerification(tx, viewer, { organisationId, now }),
	tags,
	redirectTo: (_result, input) => pageOf(input, "verified"),
});

/** Takes the badge away, or refuses the request for it. */
export const endBadgeOf = defineAction({
	name: "organisations.end_verification",
	input: organisation,
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		endVerification(tx, viewer, { organisationId, now }),
	tags,
	redirectTo: (_result, input) => pageOf(input, "ended"),
});

/** Keeps an organisation from publishing. */
export const hold = defineAction({
	name: "organisations.hold",
	input: holdInput.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		holdOrganisation(tx, viewer, { input, now }),
	tags,
	redirectTo: (_result, input) => pageOf(input, "held"),
});

/** Lets a held organisation go. */
export const release = defineAction({
	name: "organisations.release",
	input: organisation,
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		releaseOrganisation(tx, viewer, { organisationId, now }),
	redirectTo: (_result, input) => pageOf(input, "released"),
});

/** Closes an organisation for good. */
export const close = defineAction({
	name: "organisations.close_as_admin",
	input: closingByAdminInput.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		closeAsAdmin(tx, viewer, { input, now }),
	tags: ({ slug }) => [CALENDAR_TAG, organiserTag(slug)],
	redirectTo: (_result, input) => pageOf(input, "closed"),
});

/** Publishes the profile that waits, in the version that the admin has read. */
export const publishWaiting = defineAction({
	name: "organisations.publish_profile",
	input: versionInput.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId, version }, tx, now }) =>
		publishWaitingProfile(tx, viewer, { organisationId, version, now }),
	tags,
	redirectTo: (_result, input) => pageOf(input, "published"),
});

/** Lets an organisation publish without review. */
export const giveTrust = defineAction({
	name: "organisations.trust",
	input: organisation,
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		trustOrganisation(tx, viewer, { organisationId, now }),
	redirectTo: (_result, input) => pageOf(input, "trusted"),
});

/** Takes the trust back. */
export const takeTrust = defineAction({
	name: "organisations.end_trust",
	input: organisation,
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		endTrust(tx, viewer, { organisationId, now }),
	redirectTo: (_result, input) => pageOf(input, "trustEnded"),
});

/** The first person stands for a claim; each verb asks for the permission under its lock. */
export const vouchForClaimant = defineAction({
	name: "organisations.vouch_for_claim",
	input: claimRef.extend(inLanguage),
	permission: isReviewer,
	run: ({ viewer, input: { locale: _, ...about }, tx, now }) =>
		vouchForClaim(tx, viewer, { ...about, now }),
	redirectTo: (_result, input) => pageOf(input, "claimVouched"),
});

/** The second person makes the claimant the owner. */
export const confirmClaimant = defineAction({
	name: "organisations.confirm_claim",
	input: claimRef.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { locale: _, ...about }, tx, now }) =>
		confirmClaim(tx, viewer, { ...about, now }),
	redirectTo: (_result, input) => pageOf(input, "claimConfirmed"),
});

/** Refuses a claim, with the reason that the claimant reads. */
export const refuseClaimant = defineAction({
	name: "organisations.refuse_claim",
	input: claimRefusal.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { locale: _, ...about }, tx, now }) =>
		refuseClaim(tx, viewer, { ...about, now }),
	redirectTo: (_result, input) => pageOf(input, "claimRefused"),
});

/** Mails an address the offer to own an organisation that has no owner. */
export const inviteAsOwner = defineAction({
	name: "organisations.invite_owner",
	input: ownerInvitationInput.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	limit: { points: 20, seconds: 3600 },
	// The same bucket as of owners' invitations: one mailbox gets few from all.
	prepare: ({ input: { email } }) =>
		consume({ bucket: "organisations.invited", key: email, points: 4, seconds: 86_400 }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		inviteOwner(tx, viewer, { input, now }),
	redirectTo: (_result, input) => pageOf(input, "ownerInvited"),
});

/** Takes that offer back. */
export const revokeOwner = defineAction({
	name: "organisations.revoke_owner",
	input: invitationRef.extend(inLanguage),
	permission: (viewer) => viewer.isAdmin,
	run: ({ viewer, input: { organisationId, invitationId }, tx, now }) =>
		revokeOwnerInvitation(tx, viewer, { organisationId, invitationId, now }),
	redirectTo: (_result, input) => pageOf(input, "ownerRevoked"),
});

/** Lists an official domain. */
export const addDomain = defineAction({
	name: "domains.list",
	input: domainInput.extend(inLanguage),
	permission: (viewer) => can(viewer, { action: "domains.edit" }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		listDomain(tx, viewer, { input, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/organisations/domains?done=listed`,
});

/** Takes an official domain off the list. */
export const dropDomain = defineAction({
	name: "domains.remove",
	input: domainRef.extend(inLanguage),
	permission: (viewer) => can(viewer, { action: "domains.edit" }),
	run: ({ viewer, input: { domain }, tx, now }) => removeDomain(tx, viewer, { domain, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/organisations/domains?done=removed`,
});
