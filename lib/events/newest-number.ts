import type { Tx } from "@/lib/db/client";

/** The highest number of an event's revisions; after a discarded edit that is not the latest one's. */
export async function newestNumber(tx: Tx, eventId: string): Promise<number> {
	const newest = await tx.eventRevision.aggregate({ where: { eventId }, _max: { number: true } });
	return newest._max.number ?? 0;
}
