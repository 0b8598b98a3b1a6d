import type { Published } from "./published";
import { readListed } from "./queries";
import { currentSnapshot } from "./snapshot";

/**
 * The listed events that are still to come or going on at `now`, the earliest first; at most `limit`.
 * A timed event without an end goes on until its last local day is over.
 */
export async function listUpcoming(now: Date, limit: number): Promise<Published[]> {
	const { rows } = await currentSnapshot();
	const coming = rows.filter(({ untilMs }) => untilMs !== null && untilMs > now.getTime());
	return readListed(coming.slice(0, limit));
}
