import { db } from "@/lib/db/client";
import { organisationsReviewedBy, reviewableBy } from "@/lib/permissions/can";
import { isReviewer, type Viewer } from "@/lib/permissions/viewer";

/** True when a public event or its recap shows this picture, or a public organiser has it as its logo. */
export async function isPublicMedia(mediaId: string): Promise<boolean> {
	const event = await db.publishedPicture.findFirst({
		where: { mediaId },
		select: { eventId: true },
	});
	if (event) return true;
	const recap = await db.publishedRecapPicture.findFirst({
		where: { mediaId },
		select: { eventId: true },
	});
	if (recap) return true;
	const organiser = await db.organisation.findFirst({
		where: {
			logoId: mediaId,
			OR: [{ published: { some: {} } }, { importKey: { startsWith: "mission:" } }],
		},
		select: { id: true },
	});
	return organiser !== null;
}

/**
 * Whether the viewer may see a picture that is not public: members of its organisation may, and reviewers to whom
 * a revision or a recap with it was submitted, or in whose countries an organisation has it as its logo.
 */
export async function mayReadMedia(viewer: Viewer, mediaId: string): Promise<boolean> {
	if (viewer.kind === "anonymous") return false;
	const organisationId = { in: viewer.memberships.map((membership) => membership.organisationId) };
	const own = await db.media.findFirst({
		where: { id: mediaId, organisationId },
		select: { id: true },
	});
	if (own) return true;
	if (!isReviewer(viewer)) return false;
	const submitted = await db.revisionPicture.findFirst({
		where: { mediaId, revision: { submittedAt: { not: null }, event: reviewableBy(viewer) } },
		select: { mediaId: true },
	});
	if (submitted) return true;
	const recap = await db.recapPicture.findFirst({
		where: {
			mediaId,
			version: { submittedAt: { not: null }, recap: { event: reviewableBy(viewer) } },
		},
		select: { mediaId: true },
	});
	if (recap) return true;
	const logo = await db.organisation.findFirst({
		where: {
			AND: [
				organisationsReviewedBy(viewer),
				{ OR: [{ logoId: mediaId }, { waitingLogoId: mediaId }] },
			],
		},
		select: { id: true },
	});
	return logo !== null;
}
