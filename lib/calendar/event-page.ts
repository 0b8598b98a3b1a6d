import type { CalendarRow } from "./calendar-row";
import { readCursor, writeCursor } from "./cursor";
import { type CalendarFilters, goesBySeason } from "./filters";
import type { Published } from "./published";
import { readPublished } from "./queries";
import { type Selection, selectEvents } from "./select-events";

/** A page of a list, with the cursors of its neighbours; null where there is none. */
export type EventPage = {
	items: Published[];
	previous: string | null;
	next: string | null;
	/** How many events there are in all. */
	total: number;
	/** The words that were looked for where no event has those that were asked for; else null. */
	meant: string[] | null;
	/** How the words begin, folded, that are to be marked in the texts. */
	marks: string[];
};

type Place = { after?: string | null; before?: string | null; limit?: number; now?: Date };

/**
 * The page that begins after, or ends before, a cursor; the first page without one. Words give what is to come before
 * what is past, and titles before other texts. Else events are in the order of days; all years together begin with
 * the newest season, in each the first day comes first, and those of an unknown year come last.
 * A cursor that is none of ours, or whose event is gone, gives the first page.
 */
export async function readEventPage(
	filters: CalendarFilters,
	{ after = null, before = null, limit = 50, now = new Date() }: Place = {},
): Promise<EventPage> {
	const selection = await selectEvents(filters);
	const rows = orderOf(selection, filters, now);
	const cursor = after ?? before;
	const place = cursor === null ? -1 : placeOfCursor(rows, cursor);
	const start = startOf(place, { isAfter: after !== null, limit });
	const page = rows.slice(start.from, start.to);
	const [first, last] = [page.at(0), page.at(-1)];
	return {
		items: await readPublished(page),
		previous: start.from > 0 && first ? cursorOf(first) : null,
		next: start.to < rows.length && last ? cursorOf(last) : null,
		total: rows.length,
		meant: selection.hits?.meant ?? null,
		marks: selection.hits?.marks ?? [],
	};
}

function startOf(
	place: number,
	{ isAfter, limit }: { isAfter: boolean; limit: number },
): { from: number; to: number } {
	if (place < 0) return { from: 0, to: limit };
	if (isAfter) return { from: place + 1, to: place + 1 + limit };
	return place === 0 ? { from: 0, to: limit } : { from: Math.max(0, place - limit), to: place };
}

function orderOf(
	{ rows, hits }: Selection,
	filters: CalendarFilters,
	now: Date,
): readonly CalendarRow[] {
	if (hits) return byRelevance(rows, hits, now.getTime());
	return goesBySeason(filters) ? newestSeasonFirst(rows) : rows;
}

/** Coming ones from the next on, past ones from the latest back. */
function byRelevance(
	rows: readonly CalendarRow[],
	hits: NonNullable<Selection["hits"]>,
	nowMs: number,
): CalendarRow[] {
	const groups: [CalendarRow[], CalendarRow[], CalendarRow[], CalendarRow[]] = [[], [], [], []];
	for (const row of rows) {
		const isComing = row.untilMs !== null && row.untilMs > nowMs;
		const isTitled = hits.findsInTitle(row.ordinal);
		groups[(isComing ? 0 : 2) + (isTitled ? 0 : 1)]?.push(row);
	}
	const [titled, other, pastTitled, past] = groups;
	return [...titled, ...other, ...pastTitled.reverse(), ...past.reverse()];
}

/** By the selection: that of the whole calendar stays the same until something is published. */
const ordered = new WeakMap<readonly CalendarRow[], CalendarRow[]>();

function newestSeasonFirst(rows: readonly CalendarRow[]): CalendarRow[] {
	const known = ordered.get(rows);
	if (known) return known;
	const order = orderBySeason(rows);
	ordered.set(rows, order);
	return order;
}

function orderBySeason(rows: readonly CalendarRow[]): CalendarRow[] {
	const seasons = new Map<number | null, CalendarRow[]>();
	for (const row of rows) {
		const known = seasons.get(row.season);
		if (known) known.push(row);
		else seasons.set(row.season, [row]);
	}
	return [...seasons].sort(([a], [b]) => (b ?? -1) - (a ?? -1)).flatMap(([, group]) => group);
}

function placeOfCursor(rows: readonly CalendarRow[], text: string): number {
	const cursor = readCursor(text);
	return cursor ? rows.findIndex(({ id }) => id === cursor.id) : -1;
}

function cursorOf({ sortMs, id }: CalendarRow): string {
	return writeCursor({ sortAt: new Date(sortMs), id });
}
