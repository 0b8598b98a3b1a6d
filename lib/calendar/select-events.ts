import type { CalendarRow } from "./calendar-row";
import type { CalendarFilters } from "./filters";
import { type Test, testsOf } from "./matches";
import { type SearchHits, searchEvents } from "./search";
import { currentSnapshot, type Snapshot } from "./snapshot";

/** The events under some filters, at one moment. */
export type Selection = {
	/** In the order of days; events of which only the year is known stand at its end, those without a year last. */
	rows: readonly CalendarRow[];
	/** What `q` found; null without words. */
	hits: SearchHits | null;
	/** Latest publication among them. */
	lastModified: Date | null;
	/** Version of the whole calendar. */
	version: number;
};

/**
 * The listed events that every view, feed and answer of the API shows under the same filters: there is no other
 * reading of a filter.
 */
export async function selectEvents(filters: CalendarFilters): Promise<Selection> {
	const { snapshot, tests, hits } = await prepareSelection(filters);
	const rows = selectRows(rowsOf(snapshot, filters), tests);
	const latestMs = rows.reduce((latest, row) => Math.max(latest, row.publishedMs), 0);
	return {
		rows,
		hits,
		lastModified: rows.length > 0 ? new Date(latestMs) : null,
		version: snapshot.version,
	};
}

/** The calendar as it is now and the filters as tests of its rows. */
export async function prepareSelection(
	filters: CalendarFilters,
): Promise<{ snapshot: Snapshot; tests: Test[]; hits: SearchHits | null }> {
	const snapshot = await currentSnapshot();
	const hits = filters.q ? await searchEvents(filters.q, snapshot.version) : null;
	return { snapshot, tests: testsOf(filters, hits), hits };
}

/** Those among which the others need not be looked for. */
function rowsOf({ rows, seasons }: Snapshot, { season }: CalendarFilters): readonly CalendarRow[] {
	if (season === undefined) return rows;
	return seasons.get(season === "undated" ? null : season) ?? [];
}

function selectRows(rows: readonly CalendarRow[], tests: Test[]): readonly CalendarRow[] {
	return tests.reduce(
		(left, { name, passes }) => (name === "season" ? left : left.filter(passes)),
		rows,
	);
}
