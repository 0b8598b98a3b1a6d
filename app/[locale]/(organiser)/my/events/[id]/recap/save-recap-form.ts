import "server-only";
import { encodeFormPicture } from "@/app/media/encode-upload";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { RecapFormInput } from "@/lib/events/recap-schema";
import { saveRecap } from "@/lib/events/save-recap";
import type { EncodedPicture } from "@/lib/media/encode-picture";
import { storeMedia, withPictureCleanup } from "@/lib/media/store-media";
import { submitOrPublishRecap } from "@/lib/moderation/submit-or-publish-recap";
import type { SignedInViewer } from "@/lib/permissions/viewer";

type FormCall = {
	viewer: SignedInViewer;
	input: RecapFormInput;
	/** What prepareRecapForm returned. */
	prepared: EncodedPicture | null;
	tx: Tx;
	now: Date;
};

/**
 * Encodes the picture that came with the form, before its transaction; null when there is none.
 * @throws DomainError as encodeFormPicture does, beside the form's own input
 */
export async function prepareRecapForm({
	viewer,
	input,
}: Pick<FormCall, "viewer" | "input">): Promise<EncodedPicture | null> {
	const { file } = input.newPicture;
	if (!file) return null;
	try {
		return await encodeFormPicture(viewer, file);
	} catch (error) {
		if (!(error instanceof DomainError) || !error.fields.picture) throw error;
		throw new DomainError(error.code, { fields: { "newPicture.file": error.fields.picture } });
	}
}

/**
 * Saves the form's draft with its new picture and hands it in when asked to, all in one transaction.
 * @throws DomainError as saveRecap, submitOrPublishRecap and storeMedia do
 */
export async function saveRecapForm({
	viewer,
	input,
	prepared,
	tx,
	now,
}: FormCall): Promise<{ done: "saved" | "submitted" | "published" }> {
	return withPictureCleanup(async (stored) => {
		const { eventId } = input;
		const mediaId = prepared && (await keep(tx, viewer, { eventId, picture: prepared, now }));
		if (mediaId) stored.push(mediaId);
		const { version } = await saveRecap(tx, viewer, { input, mediaId, now });
		if (input.intent !== "submit") return { done: "saved" };
		const { isPublished } = await submitOrPublishRecap(tx, viewer, {
			eventId,
			recapVersion: version,
			now,
		});
		return { done: isPublished ? "published" : "submitted" };
	});
}

async function keep(
	tx: Tx,
	viewer: SignedInViewer,
	{ eventId, picture, now }: { eventId: string; picture: EncodedPicture; now: Date },
): Promise<string> {
	const { organisationId } = await tx.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { organisationId: true },
	});
	const { id } = await storeMedia(tx, viewer, { organisationId, picture, now });
	return id;
}
