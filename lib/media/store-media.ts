import { createHash, randomUUID } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import type { EncodedPicture } from "./encode-picture";
import { removePictureFiles, writePictureFiles } from "./picture-files";

/**
 * Keeps an uploaded picture for an organisation, as encodePicture made it: files on disk under the new id, a row and an
 * audit entry in the caller's transaction.
 * The caller removes the files (`removePictureFiles`) when its transaction fails afterwards.
 * @throws DomainError unauthenticated, forbidden (not a member)
 */
export async function storeMedia(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, picture, now }: { organisationId: string; picture: EncodedPicture; now: Date },
): Promise<{ id: string; width: number; height: number }> {
	requireCan(viewer, { action: "event.create", organisationId });
	const { files, width, height } = picture;
	const largest = files.get(1600);
	if (!largest) throw new Error("the largest width is always encoded");
	const id = randomUUID();
	await tx.media.create({
		data: {
			id,
			organisationId,
			uploadedById: viewer.id,
			width,
			height,
			createdAt: now,
			sha256: createHash("sha256").update(largest).digest("hex"),
			bytes: largest.byteLength,
		},
		select: { id: true },
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "media.uploaded",
		subjectType: "media",
		subjectId: id,
		detail: { organisationId },
		at: now,
	});
	await writePictureFiles(id, files);
	return { id, width, height };
}

/** Runs `work` with a list to note new pictures in; when it fails, the files of those pictures go too. */
export async function withPictureCleanup<T>(work: (stored: string[]) => Promise<T>): Promise<T> {
	const stored: string[] = [];
	try {
		return await work(stored);
	} catch (error) {
		await Promise.all(stored.map(removePictureFiles));
		throw error;
	}
}
