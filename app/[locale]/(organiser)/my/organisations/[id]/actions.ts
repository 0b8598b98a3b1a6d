"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { encodeFormPicture } from "@/app/media/encode-upload";
import { settleProfile } from "@/lib/calendar/publish-profile";
import { CALENDAR_TAG, organiserTag } from "@/lib/calendar/tags";
import { closeOrganisation, closingInput } from "@/lib/events/close-organisation";
import { consume } from "@/lib/http/rate-limit";
import { storeMedia, withPictureCleanup } from "@/lib/media/store-media";
import { changeRole, handOver, removeMember } from "@/lib/organisations/change-members";
import {
	inviteMember,
	resendInvitation,
	revokeInvitation,
} from "@/lib/organisations/invite-member";
import { saveProfile } from "@/lib/organisations/save-profile";
import {
	invitationInput,
	invitationRef,
	memberInput,
	organisationRef,
	profileInput,
	roleInput,
} from "@/lib/organisations/schema";
import { can, requireCan } from "@/lib/permissions/can";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const inLanguage = { locale: z.enum(LOCALES) };
/** Mails to strangers: few an hour from one person, and few a day to one address from all. */
const INVITING = { points: 20, seconds: 3600 };
const INVITED = { points: 4, seconds: 86_400 };

function pageOf(
	{ locale, organisationId }: { locale: string; organisationId: string },
	done: string,
): string {
	return `/${locale}/my/organisations/${organisationId}?done=${done}`;
}

/** Throws where the organisation must not show, as the verbs do again under their lock. */
function owns(viewer: SignedInViewer, { organisationId }: { organisationId: string }): boolean {
	requireCan(viewer, { action: "organisation.edit", organisationId });
	return true;
}

/** Saves the profile, and makes it public where nobody needs to read it first. */
export const saveMyProfile = defineAction({
	name: "organisations.save_profile",
	input: profileInput.extend({ ...inLanguage, picture: z.file("field.required").optional() }),
	permission: owns,
	idempotent: true,
	prepare: async ({ viewer, input: { picture } }) =>
		picture ? encodeFormPicture(viewer, picture) : null,
	run: ({ viewer, input: { locale: _, picture: __, ...input }, prepared: picture, tx, now }) =>
		withPictureCleanup(async (stored) => {
			const { organisationId } = input;
			const media = picture && (await storeMedia(tx, viewer, { organisationId, picture, now }));
			if (media) stored.push(media.id);
			await saveProfile(tx, viewer, { input, logoId: media?.id ?? null, now });
			const isPublic = await settleProfile(tx, { organisationId, actorId: viewer.id, now });
			const { slug } = await tx.organisation.findUniqueOrThrow({
				where: { id: organisationId },
				select: { slug: true },
			});
			return { isPublic, slug };
		}),
	tags: ({ isPublic, slug }) => (isPublic ? [CALENDAR_TAG, organiserTag(slug)] : []),
	redirectTo: ({ isPublic }, input) => pageOf(input, isPublic ? "saved" : "waiting"),
});

/** Mails an invitation to an address. */
export const invite = defineAction({
	name: "organisations.invite",
	input: invitationInput.extend(inLanguage),
	permission: owns,
	limit: INVITING,
	prepare: ({ input: { email } }) =>
		consume({ bucket: "organisations.invited", key: email, ...INVITED }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		inviteMember(tx, viewer, { input, now }),
	redirectTo: (_result, input) => pageOf(input, "invited"),
});

/** Mails an open invitation once more, with a new link. */
export const resend = defineAction({
	name: "organisations.resend_invitation",
	input: invitationRef.extend(inLanguage),
	permission: owns,
	limit: INVITING,
	prepare: ({ input: { invitationId } }) =>
		consume({ bucket: "organisations.invited", key: invitationId, ...INVITED }),
	run: ({ viewer, input: { organisationId, invitationId }, tx, now }) =>
		resendInvitation(tx, viewer, { organisationId, invitationId, now }),
	redirectTo: (_result, input) => pageOf(input, "invited"),
});

/** Takes an invitation back. */
export const revoke = defineAction({
	name: "organisations.revoke_invitation",
	input: invitationRef.extend(inLanguage),
	permission: owns,
	run: ({ viewer, input: { organisationId, invitationId }, tx, now }) =>
		revokeInvitation(tx, viewer, { organisationId, invitationId, now }),
	redirectTo: (_result, input) => pageOf(input, "revoked"),
});

/** Makes an editor an owner, or an owner an editor. */
export const setMemberRole = defineAction({
	name: "organisations.change_role",
	input: roleInput.extend(inLanguage),
	permission: owns,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		changeRole(tx, viewer, { ...input, now }),
	redirectTo: (_result, input) => pageOf(input, "role"),
});

/** Takes a member out. */
export const remove = defineAction({
	name: "organisations.remove_member",
	input: memberInput.extend(inLanguage),
	permission: owns,
	run: ({ viewer, input: { organisationId, userId }, tx, now }) =>
		removeMember(tx, viewer, { organisationId, userId, now }),
	redirectTo: (_result, input) => pageOf(input, "removed"),
});

/** Leaves the organisation. */
export const leave = defineAction({
	name: "organisations.leave",
	input: organisationRef.extend(inLanguage),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "organisation.read", organisationId }),
	run: ({ viewer, input: { organisationId }, tx, now }) =>
		removeMember(tx, viewer, { organisationId, userId: viewer.id, now }),
	redirectTo: (_result, { locale }) => `/${locale}/my`,
});

/** Closes the organisation as its last member, or gives it back; from the page that deletes the account, and back to it. */
export const close = defineAction({
	name: "organisations.close",
	input: closingInput.extend({ ...inLanguage, back: z.enum(["/my", "/my/account/delete"]) }),
	permission: owns,
	run: ({ viewer, input: { locale: _, back: __, ...input }, tx, now }) =>
		closeOrganisation(tx, viewer, { input, now }),
	tags: ({ slug }) => [CALENDAR_TAG, organiserTag(slug)],
	redirectTo: (_result, { locale, back }) => `/${locale}${back}?closed=1`,
});

/** Makes another member the owner in one's stead. */
export const handOverTo = defineAction({
	name: "organisations.hand_over",
	input: memberInput.extend(inLanguage),
	permission: owns,
	run: ({ viewer, input: { organisationId, userId }, tx, now }) =>
		handOver(tx, viewer, { organisationId, userId, now }),
	redirectTo: (_result, input) => pageOf(input, "handedOver"),
});
