import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";

/** Widths in pixels in which every picture is kept. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

const MEDIA_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UNFINISHED = "unfinished-";

/** True for the lower-case UUID of a picture, the only thing that may become part of a path. */
export function isMediaId(value: string): boolean {
	return MEDIA_ID.test(value);
}

/**
 * Keeps the files of a picture, one a width, under its id: written aside, flushed to disk, then renamed as one folder,
 * so that a reader sees all of them or none.
 */
export async function writePictureFiles(
	mediaId: string,
	files: ReadonlyMap<PictureWidth, Buffer>,
): Promise<void> {
	const target = folderOf(mediaId);
	const aside = join(env().UPLOAD_DIR, `${UNFINISHED}${randomUUID()}`);
	await mkdir(aside, { recursive: true, mode: 0o750 });
	try {
		for (const [width, bytes] of files) await writeFlushed(join(aside, `${width}.webp`), bytes);
		await rename(aside, target);
	} catch (error) {
		await rm(aside, { recursive: true, force: true });
		throw error;
	}
}

/** The WebP file of a picture in one width; null when there is none. */
export async function readPictureFile(
	mediaId: string,
	width: PictureWidth,
): Promise<Buffer<ArrayBuffer> | null> {
	try {
		return await readFile(join(folderOf(mediaId), `${width}.webp`));
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

/** Deletes the files of a picture; nothing happens when there are none. */
export async function removePictureFiles(mediaId: string): Promise<void> {
	await rm(folderOf(mediaId), { recursive: true, force: true });
}

/** The folders in the upload directory that are older than `before`, and whether their writing was never finished. */
export async function listPictureFolders(
	before: Date,
): Promise<{ name: string; isUnfinished: boolean }[]> {
	const names = await readdir(env().UPLOAD_DIR).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	const found: { name: string; isUnfinished: boolean }[] = [];
	for (const name of names) {
		const isUnfinished = name.startsWith(UNFINISHED);
		if (!isUnfinished && !isMediaId(name)) continue;
		const { mtime } = await stat(join(env().UPLOAD_DIR, name));
		if (mtime < before) found.push({ name, isUnfinished });
	}
	return found;
}

/** Deletes a folder that `listPictureFolders` named. */
export async function removePictureFolder(name: string): Promise<void> {
	if (!isMediaId(name) && !name.startsWith(UNFINISHED))
		throw new Error("not a folder of a picture");
	await rm(join(env().UPLOAD_DIR, name), { recursive: true, force: true });
}

function folderOf(mediaId: string): string {
	if (!isMediaId(mediaId)) throw new Error("not the id of a picture");
	return join(env().UPLOAD_DIR, mediaId);
}

async function writeFlushed(path: string, bytes: Buffer): Promise<void> {
	const file = await open(path, "wx", 0o640);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}
