import type { Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { CALENDAR_TAG, eventTag, invalidateTags } from "./tags";

/** Of an event and its parts only one is published or taken back at a time: the second one sees the first. */
export async function lockParts(tx: Tx, wholeId: string): Promise<void> {
	await lockNames(tx, `parts/${wholeId}`);
}

type Link = {
	id: string;
	season: number | null;
	slug: string;
	/** As the public reads it. */
	shown: string | null;
	/** As it should. */
	due: string | null;
};

/**
 * Brings the links between a public event, the one that it is part of, and its own parts in line with what is public
 * (decision record 0029). Where a link appears or goes, both count as changed (`publishedAt`), so that feeds and ETags
 * follow; where the whole says something else (`isChanged`), its parts do, too: they show its title.
 * @returns the tags of the pages that may say something else now
 */
export async function settleParts(
	tx: Tx,
	{ eventId, isChanged, now }: { eventId: string; isChanged: boolean; now: Date },
): Promise<string[]> {
	const links = await listLinks(tx, eventId);
	const moved = links.filter(({ shown, due }) => shown !== due);
	for (const { id, due } of moved) {
		await tx.publishedEvent.update({
			where: { id },
			data: { superEventId: due, publishedAt: now },
			select: { id: true },
		});
	}
	const wholes = await touch(
		tx,
		moved.flatMap(({ shown, due }) => [shown, due]),
		now,
	);
	if (!isChanged) return tagsOf([...moved, ...wholes]);
	await tx.publishedEvent.updateMany({
		where: { superEventId: eventId },
		data: { publishedAt: now },
	});
	const standing = links.find(({ id }) => id === eventId)?.due ?? null;
	return tagsOf([...links, ...wholes, ...(await addressOf(tx, standing))]);
}

/**
 * The links of an event that is about to leave the public: its parts stay and name it no more, and the one that it was
 * part of loses it.
 * @returns the tags of the pages that say something else now
 */
export async function releaseParts(
	tx: Tx,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<string[]> {
	const parts = await tx.publishedEvent.updateManyAndReturn({
		where: { superEventId: eventId },
		data: { superEventId: null, publishedAt: now },
		select: { season: true, slug: true },
	});
	const { superEventId } = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { superEventId: true },
	});
	return tagsOf([...parts, ...(await touch(tx, [superEventId], now))]);
}

/** The same for an event whose organisers have changed: it may have parts that another organisation registered. */
export async function settlePartsOfPartners(
	tx: Tx,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	await lockParts(tx, eventId);
	const tags = await settleParts(tx, { eventId, isChanged: false, now });
	if (tags.length > 0) await invalidateTags(tx, [CALENDAR_TAG, ...tags]);
}

/** Of the event itself, of its parts, and of those that say that they are some. */
async function listLinks(tx: Tx, eventId: string): Promise<Link[]> {
	const found = await tx.$queryRaw<Link[]>`
		SELECT p."id", p."season", p."slug", p."superEventId" AS shown, w."id" AS due
		FROM "PublishedEvent" p JOIN "EventRevision" r ON r."id" = p."revisionId"
		LEFT JOIN "PublishedEvent" w ON w."id" = r."superEventId" AND w."visibility" = 'public'
			AND w."season" IS NOT DISTINCT FROM p."season" AND may_be_part_of(p."id", w."id")
			AND w."superEventId" IS NULL AND NOT EXISTS (SELECT 1 FROM "PublishedEvent" x WHERE x."superEventId" = p."id")
		WHERE p."id" IN (SELECT ${eventId}::uuid
			UNION SELECT "id" FROM "PublishedEvent" WHERE "superEventId" = ${eventId}::uuid
			UNION SELECT "eventId" FROM "EventRevision" WHERE "superEventId" = ${eventId}::uuid)
		ORDER BY p."id"`;
	// A version that was hidden and is shown again may say what stands no more: never two levels.
	const isPart = found.some(({ id, due }) => id === eventId && due !== null);
	return found.map((link) => (isPart && link.due === eventId ? { ...link, due: null } : link));
}

type Address = { season: number | null; slug: string };

async function touch(tx: Tx, ids: (string | null)[], now: Date): Promise<Address[]> {
	const wholes = ids.filter((id) => id !== null);
	if (wholes.length === 0) return [];
	return tx.publishedEvent.updateManyAndReturn({
		where: { id: { in: wholes } },
		data: { publishedAt: now },
		select: { season: true, slug: true },
	});
}

async function addressOf(tx: Tx, id: string | null): Promise<Address[]> {
	if (id === null) return [];
	return tx.publishedEvent.findMany({ where: { id }, select: { season: true, slug: true } });
}

function tagsOf(addresses: readonly Address[]): string[] {
	return addresses.map(({ season, slug }) => eventTag(season, slug));
}
