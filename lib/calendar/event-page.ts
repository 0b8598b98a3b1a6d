import type { CalendarRow } from "./calendar-row";
import { readCursor, writeCursor } from "./cursor";
import { type CalendarFilters, goesBySeason } from "./filters";
import { thosePassing } from "./matches";
import type { Published } from "./published";
import { readListed } from "./queries";
import { type Selection, selectEvents } from "./select-events";
import { placeOf, rowsAt, type Snapshot } from "./snapshot";

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
	const { snapshot, hits } = selection;
	const order = orderOf(selection, filters, now);
	const cursor = after ?? before;
	const at = cursor === null ? -1 : order.indexOf(placeOfCursor(snapshot, cursor));
	const start = startOf(at, { isAfter: after !== null, limit });
	const page = rowsAt(snapshot, order.slice(start.from, start.to));
	const [first, last] = [page.at(0), page.at(-1)];
	return {
		items: await readListed(page),
		previous: start.from > 0 && first ? cursorOf(first) : null,
		next: start.to < order.length && last ? cursorOf(last) : null,
		total: order.length,
		meant: hits?.meant ?? null,
		marks: hits?.marks ?? [],
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

/** Places of the rows, in the order of the list. */
type Order = readonly number[] | Uint32Array;

function orderOf(selection: Selection, filters: CalendarFilters, now: Date): Order {
	if (selection.hits) return byRelevance(selection, selection.hits, now.getTime());
	return goesBySeason(filters) ? newestSeasonFirst(selection) : selection.places;
}

/** Coming ones from the next on, past ones from the latest back. */
function byRelevance(
	{ snapshot, places }: Selection,
	hits: NonNullable<Selection["hits"]>,
	nowMs: number,
): Order {
	const { untilMs, ordinals } = snapshot.columns;
	const groups: [number[], number[], number[], number[]] = [[], [], [], []];
	for (const place of places) {
		const isComing = (untilMs[place] ?? 0) > nowMs;
		const isTitled = hits.findsInTitle(ordinals[place] ?? 0);
		groups[(isComing ? 0 : 2) + (isTitled ? 0 : 1)]?.push(place);
	}
	const [titled, other, pastTitled, past] = groups;
	return [...titled, ...other, ...pastTitled.reverse(), ...past.reverse()];
}

function newestSeasonFirst({ snapshot, places }: Selection): Order {
	const isMeant = new Uint8Array(snapshot.columns.length);
	for (const place of places) isMeant[place] = 1;
	return thosePassing(seasonOrder(snapshot), (place) => isMeant[place] === 1);
}

const seasonOrders = new WeakMap<Snapshot, Uint32Array>();

/** The places of all rows, the newest season first. */
function seasonOrder(snapshot: Snapshot): Uint32Array {
	const known = seasonOrders.get(snapshot);
	if (known) return known;
	const places = new Map<number | null, number[]>();
	for (const [place, { season }] of snapshot.rows.entries()) {
		const own = places.get(season);
		if (own) own.push(place);
		else places.set(season, [place]);
	}
	const order = Uint32Array.from(
		[...snapshot.seasons.keys()].flatMap((season) => places.get(season) ?? []),
	);
	seasonOrders.set(snapshot, order);
	return order;
}

/** -1 for a cursor that is none of ours, or whose event is gone. */
function placeOfCursor({ rows }: Snapshot, text: string): number {
	const cursor = readCursor(text);
	if (!cursor) return -1;
	const place = placeOf(rows, { sortMs: cursor.sortAt.getTime(), id: cursor.id });
	return rows[place]?.id === cursor.id ? place : -1;
}

function cursorOf({ sortMs, id }: CalendarRow): string {
	return writeCursor({ sortAt: new Date(sortMs), id });
}
