import "server-only";
import { consume } from "@/lib/http/rate-limit";
import { type EncodedPicture, encodePicture } from "@/lib/media/encode-picture";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** Pictures that one person may send, by whichever way. */
export const UPLOAD_LIMIT = { points: 20, seconds: 600 };
/** The bucket in which they are counted: the name of the upload's route. */
export const UPLOAD_NAME = "media.upload";

/**
 * Encodes a picture that came with a form, counted as an upload of its own.
 * @throws DomainError rate_limited; too_large, unsupported_media as encodePicture does
 */
export async function encodeFormPicture(
	viewer: SignedInViewer,
	file: Blob,
): Promise<EncodedPicture> {
	await consume({ bucket: UPLOAD_NAME, key: viewer.id, ...UPLOAD_LIMIT });
	return encodePicture(file);
}
