import { db } from "@/lib/db/client";

/** Where a listed event is found, and when it last changed (ISO 8601). */
export type EventAddress = { season: number | null; slug: string; publishedAt: string };

/** Addresses of listed events for the sitemap, the latest changes first; at most `limit`. */
export async function listAddresses(limit: number): Promise<EventAddress[]> {
	const rows = await db.publishedEvent.findMany({
		where: { visibility: "public" },
		orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
		take: limit,
		select: { season: true, slug: true, publishedAt: true },
	});
	return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
