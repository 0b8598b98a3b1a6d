import type { CalendarRow } from "./calendar-row";
import type { CalendarFilters } from "./filters";
import { failuresOf, type Test, testsOf } from "./matches";
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

/**
 * The listed events that every view, feed and answer of the API shows under the same filters: there is no other
 * reading of a filter.
 */
export async function selectEvents(filters: CalendarFilters): Promise<Selection> {
	const { snapshot, tests, hits } = await prepareSelection(filters);
	const places = placesOf(snapshot, tests);
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
	const hits = filters.q ? await searchEvents(filters.q, snapshot) : null;
	return { snapshot, tests: testsOf(filters, { columns: snapshot.columns, hits }), hits };
}

function placesOf({ columns }: Snapshot, tests: readonly Test[]): Uint32Array {
	const failures = failuresOf(columns.length, tests);
	const places = new Uint32Array(columns.length);
	let count = 0;
	for (let place = 0; place < columns.length; place += 1)
		if (failures[place] === 0) places[count++] = place;
	return places.slice(0, count);
}

function latestOf({ columns }: Snapshot, places: Uint32Array): Date | null {
	let latest = 0;
	for (const place of places) latest = Math.max(latest, columns.publishedMs[place] ?? 0);
	return places.length === 0 ? null : new Date(latest);
}
