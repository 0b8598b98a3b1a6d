import { db } from "@/lib/db/client";
import {
	isMediaId,
	listPictureFolders,
	removePictureFiles,
	removePictureFolder,
} from "./picture-files";

const HOUR_MS = 3_600_000;
const UNUSED_MS = 7 * 24 * HOUR_MS;

/**
 * Deletes what no event shows: folders left by a crash after an hour, pictures that no revision, recap or organisation names after seven days.
 * @returns how many of each went
 */
export async function sweepMedia(now: Date): Promise<{ folders: number; pictures: number }> {
	const pictures = await sweepUnused(new Date(now.getTime() - UNUSED_MS));
	const stale = await listPictureFolders(new Date(now.getTime() - HOUR_MS));
	const ids = stale.map(({ name }) => name).filter(isMediaId);
	const rows = await db.media.findMany({ where: { id: { in: ids } }, select: { id: true } });
	const known = new Set(rows.map(({ id }) => id));
	const orphans = stale.filter(({ name, isUnfinished }) => isUnfinished || !known.has(name));
	for (const { name } of orphans) await removePictureFolder(name);
	return { folders: orphans.length, pictures };
}

async function sweepUnused(before: Date): Promise<number> {
	const unused = {
		createdAt: { lt: before },
		revisions: { none: {} },
		published: { none: {} },
		recaps: { none: {} },
		publicRecaps: { none: {} },
		logoOf: { none: {} },
		waitingLogoOf: { none: {} },
	};
	const rows = await db.media.findMany({ where: unused, take: 500, select: { id: true } });
	for (const { id } of rows) {
		// The condition again: an event may have taken the picture since.
		const { count } = await db.media.deleteMany({ where: { ...unused, id } });
		if (count > 0) await removePictureFiles(id);
	}
	return rows.length;
}
