import { phaseOf } from "@/lib/time/schedule";
import type { Published } from "./published";
import { listPublished } from "./queries";

const PAGE_SIZE = 100;

/**
 * The listed events that are still to come or going on at `now`, the earliest first; at most `limit`.
 * What the database cannot tell is read and left out here: a timed event without an end goes on until its last local
 * day is over, and on the evening after the day hundreds of such events begin less than a day ago.
 */
export async function listUpcoming(now: Date, limit: number): Promise<Published[]> {
	const found: Published[] = [];
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof listPublished>> = await listPublished(
			{},
			{ after: now, cursor, limit: PAGE_SIZE },
		);
		found.push(...page.items.filter((event) => phaseOf(event.schedule, now) !== "past"));
		cursor = page.nextCursor;
	} while (cursor !== null && found.length < limit);
	return found.slice(0, limit);
}
