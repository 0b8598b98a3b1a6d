import { db } from "@/lib/db/client";

/** Where a listed event is found, and when it last changed (ISO 8601). */
export type EventAddress = { season: number | null; slug: string; publishedAt: string };
/** A part of the list of addresses, which holds the same events for ever, and the last change in it (ISO 8601). */
export type AddressPart = { part: number; publishedAt: string };

/** A file of the sitemap holds 50,000 addresses and 50 MB at most (sitemaps.org); each event has one address a language, with all its alternates. */
const EVENTS_PER_PART = 1_000;

/** The parts of the list of addresses that hold any listed event. */
export async function listAddressParts(): Promise<AddressPart[]> {
	const rows = await db.$queryRaw<{ part: number; publishedAt: Date }[]>`
		SELECT "ordinal" / ${EVENTS_PER_PART}::int AS part, max("publishedAt") AS "publishedAt"
		FROM "PublishedEvent" WHERE "visibility" = 'public' GROUP BY 1 ORDER BY 1`;
	return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** Addresses of the listed events of a part, for the sitemap: without the examples, which do not take place. */
export async function listAddresses(part: number): Promise<EventAddress[]> {
	const first = part * EVENTS_PER_PART;
	const rows = await db.publishedEvent.findMany({
		where: {
			visibility: "public",
			isDemo: false,
			ordinal: { gte: first, lt: first + EVENTS_PER_PART },
		},
		orderBy: { ordinal: "asc" },
		select: { season: true, slug: true, publishedAt: true },
	});
	return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
