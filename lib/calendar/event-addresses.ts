import { db, type Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { freeSlug } from "@/lib/text/slug";
import { eventTag, seasonSegment } from "./tags";

/** Season (null: year not known) and slug, which make the address of an event's page. */
export type Address = { season: number | null; slug: string };

/**
 * A slug for the event in a season: the one it had there before, else the first of `wanted`, `wanted`-2 … that no
 * other event has or had. The season's names stay locked until the end of the transaction.
 */
export async function allotSlug(
	tx: Tx,
	{ eventId, season, wanted }: { eventId: string; season: number | null; wanted: string },
): Promise<string> {
	await lockNames(tx, `events/${seasonSegment(season)}`);
	const own = await tx.formerEventAddress.findFirst({
		where: { eventId, season: seasonSegment(season) },
		orderBy: { until: "desc" },
		select: { slug: true },
	});
	return own?.slug ?? freeSlug(wanted, (slugs) => findTaken(tx, { season, slugs }));
}

/** A row leaves the one table in the transaction in which it enters the other: asked in this order, none is missed. */
async function findTaken(
	tx: Tx,
	{ season, slugs }: { season: number | null; slugs: string[] },
): Promise<Set<string>> {
	const present = await tx.publishedEvent.findMany({
		where: { season, slug: { in: slugs } },
		select: { slug: true },
	});
	const former = await tx.formerEventAddress.findMany({
		where: { season: seasonSegment(season), slug: { in: slugs } },
		select: { slug: true },
	});
	return new Set([...present, ...former].map(({ slug }) => slug));
}

/**
 * Notes that an event's public address changed, so that the one it had leads to the one it has. `from` is null when it
 * was not public, `to` when it no longer is.
 * @returns the tags of all pages that must change: of both addresses, and of all that lead there
 */
export async function moveAddress(
	tx: Tx,
	{ eventId, from, to }: { eventId: string; from: Address | null; to: Address | null },
): Promise<string[]> {
	const own = [from, to].filter((address) => address !== null);
	const tags = own.map(({ season, slug }) => eventTag(season, slug));
	if (from && to && from.season === to.season && from.slug === to.slug) return tags;
	if (from) {
		const key = { season: seasonSegment(from.season), slug: from.slug };
		await tx.formerEventAddress.upsert({
			where: { season_slug: key },
			create: { ...key, eventId },
			update: { eventId },
			select: { slug: true },
		});
	}
	if (to) {
		await tx.formerEventAddress.deleteMany({
			where: { eventId, season: seasonSegment(to.season), slug: to.slug },
		});
	}
	const former = await tx.formerEventAddress.findMany({
		where: { eventId },
		select: { season: true, slug: true },
	});
	return [...tags, ...former.map(({ season, slug }) => eventTag(readSeason(season), slug))];
}

/** Where the event that had an address before is now (`present` null: no longer public); null where none ever was. */
export async function findFormerAddress({
	season,
	slug,
}: Address): Promise<{ present: Address | null } | null> {
	const row = await db.formerEventAddress.findUnique({
		where: { season_slug: { season: seasonSegment(season), slug } },
		select: { event: { select: { published: { select: { season: true, slug: true } } } } },
	});
	return row && { present: row.event.published };
}

function readSeason(segment: string): number | null {
	return segment === seasonSegment(null) ? null : Number(segment);
}
