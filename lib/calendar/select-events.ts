import { LRUCache } from "lru-cache";
import type { CalendarRow } from "./calendar-row";
import type { CalendarFilters } from "./filters";
import { passingPlaces, type Test, testsOf } from "./matches";
import { type SearchHits, searchEvents } from "./search";
import { currentSnapshot, rowsAt, type Snapshot } from "./snapshot";

/** The events under some filters, at one moment. */
export type Selection = {
	/** The whole calendar, at that moment. */
	snapshot: Snapshot;
	/** Places of the events among its rows, ascending. */
	places: Uint32Array;
	/** In the order of days; events of which only the year is known stand at its end, those without a year last. */
	readonly rows: readonly CalendarRow[];
	/** What `q` found; null without words. */
	hits: SearchHits | null;
	/** Latest publication among them. */
	lastModified: Date | null;
};

/** The latest selections of a version: an answer's tag and its events are one selection. */
const known = new WeakMap<Snapshot, LRUCache<string, Selection>>();
const MOST_KNOWN = 32;

/**
 * The listed events that every view, feed and answer of the API shows under the same filters: there is no other
 * reading of a filter.
 */
export async function selectEvents(filters: CalendarFilters): Promise<Selection> {
	const snapshot = await currentSnapshot();
	const selections = known.get(snapshot) ?? new LRUCache({ max: MOST_KNOWN });
	known.set(snapshot, selections);
	const key = JSON.stringify(filters);
	const selection = selections.get(key) ?? (await select(filters, snapshot));
	selections.set(key, selection);
	return selection;
}

async function select(filters: CalendarFilters, snapshot: Snapshot): Promise<Selection> {
	const { tests, hits } = await testsIn(snapshot, filters);
	const places = passingPlaces(snapshot.columns.length, tests);
	let rows: readonly CalendarRow[] | undefined;
	return {
		snapshot,
		places,
		get rows() {
			rows ??= tests.length === 0 ? snapshot.rows : rowsAt(snapshot, places);
			return rows;
		},
		hits,
		lastModified: latestOf(snapshot, places),
	};
}

/** The calendar as it is now and the filters as tests of its rows. */
export async function prepareSelection(
	filters: CalendarFilters,
): Promise<{ snapshot: Snapshot; tests: Test[]; hits: SearchHits | null }> {
	const snapshot = await currentSnapshot();
	return { snapshot, ...(await testsIn(snapshot, filters)) };
}

async function testsIn(snapshot: Snapshot, filters: CalendarFilters) {
	const hits = filters.q ? await searchEvents(filters.q, snapshot) : null;
	return { tests: testsOf(filters, { columns: snapshot.columns, hits }), hits };
}

function latestOf({ columns }: Snapshot, places: Uint32Array): Date | null {
	let latest = 0;
	for (const place of places) latest = Math.max(latest, columns.publishedMs[place] ?? 0);
	return places.length === 0 ? null : new Date(latest);
}
