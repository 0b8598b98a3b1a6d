import type { Tx } from "@/lib/db/client";

/** Season and slug of the event's public page; null while it has none. */
export async function findPublicAddress(
	tx: Tx,
	eventId: string,
): Promise<{ season: number | null; slug: string } | null> {
	return tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { season: true, slug: true },
	});
}
