import type { CalendarRow } from "./calendar-row";
import type { Published } from "./published";
import { readListed } from "./queries";

/** The next and the latest of some events, and how many there are of each. */
export type ComingAndPast = {
	/** Those going on included, the earliest first. */
	coming: Published[];
	comingCount: number;
	/** The latest first, those of an unknown year last. */
	past: Published[];
	pastCount: number;
};

/** Divides events (in the order of days) at `now` and reads the first of each side: what has no known day is past. */
export async function readComingAndPast(
	rows: readonly CalendarRow[],
	{ now, limits }: { now: Date; limits: { coming: number; past: number } },
): Promise<ComingAndPast> {
	const isComing = ({ untilMs }: CalendarRow) => untilMs !== null && untilMs > now.getTime();
	const coming = rows.filter(isComing);
	const past = rows.filter((row) => !isComing(row)).sort(latestFirst);
	const shown = [...coming.slice(0, limits.coming), ...past.slice(0, limits.past)];
	const events = await readListed(shown);
	const next = new Set(coming.map(({ id }) => id));
	return {
		coming: events.filter(({ id }) => next.has(id)),
		comingCount: coming.length,
		past: events.filter(({ id }) => !next.has(id)),
		pastCount: past.length,
	};
}

function latestFirst(a: CalendarRow, b: CalendarRow): number {
	if ((a.season === null) !== (b.season === null)) return a.season === null ? 1 : -1;
	return b.sortMs - a.sortMs || (a.id < b.id ? -1 : 1);
}
