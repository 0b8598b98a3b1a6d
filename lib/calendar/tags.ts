import type { Tx } from "@/lib/db/client";

/** Everything that shows more than one event: home, lists, feeds. */
export const CALENDAR_TAG = "calendar";

/** The page of one event, by its address, so that a cached "not found" goes too when the event appears. */
export function eventTag(season: number | null, slug: string): string {
	return `event:${seasonSegment(season)}/${slug}`;
}

/** The page of one organiser, by its slug, so that a cached "not found" and a cached redirect go too. */
export function organiserTag(slug: string): string {
	return `organiser:${slug}`;
}

/** What is said of one season, by its year. */
export function seasonTag(year: number): string {
	return `season:${year}`;
}

/** Path segment of a season: the year, or "undated" where no source knows it. */
export function seasonSegment(season: number | null): string {
	return season === null ? "undated" : String(season);
}

/**
 * Marks cached pages stale in the caller's transaction; every web process watches the table (lib/http/cache-handler).
 * The time is the database's, at commit as nearly as SQL allows.
 */
export async function invalidateTags(tx: Tx, tags: string[]): Promise<void> {
	for (const tag of [...new Set(tags)].sort()) {
		await tx.$executeRaw`
			INSERT INTO "CacheTag" ("tag", "invalidatedAt") VALUES (${tag}, clock_timestamp())
			ON CONFLICT ("tag") DO UPDATE SET "invalidatedAt" = clock_timestamp()`;
	}
}
