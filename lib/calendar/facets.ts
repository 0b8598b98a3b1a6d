import type { CalendarRow } from "./calendar-row";
import { knownValues, MENUS, type Menu } from "./facet-values";
import type { CalendarFilters } from "./filters";
import type { Test, TestName } from "./matches";
import { prepareSelection } from "./select-events";

/** How many events each value of a menu would give, the other filters as they are; none: no key. */
export type Counts = Record<string, number>;

/** By menu: ISO codes, GeoNames ids, types, seasons (or "undated"), BCP 47 tags, slugs; "1" for yes. */
export type Facets = Record<Menu, Counts>;

/** Counts what the menus of the list offer, each menu without its own choice: one walk over the calendar. */
export async function countFacets(filters: CalendarFilters): Promise<Facets> {
	const { snapshot, tests } = await prepareSelection(filters);
	const values = knownValues();
	const counts = new Int32Array(values.length);
	// Most rows of a long calendar miss the season alone: they are counted by it, not by all their values.
	const otherSeasons = new Map<number | null, number>();
	for (const row of snapshot.rows) {
		const missed = missedBy(row, tests);
		if (missed === "several") continue;
		if (missed === "season") {
			otherSeasons.set(row.season, (otherSeasons.get(row.season) ?? 0) + 1);
			continue;
		}
		for (const number of row.facets) {
			if (missed === null || values[number]?.menu === missed)
				counts[number] = (counts[number] ?? 0) + 1;
		}
	}
	const facets = named(counts);
	for (const [season, count] of otherSeasons) facets.season[season ?? "undated"] = count;
	return facets;
}

function named(counts: Int32Array): Facets {
	const facets = Object.fromEntries(MENUS.map((menu) => [menu, {}])) as Facets;
	for (const [number, { menu, value }] of knownValues().entries()) {
		const count = counts[number];
		if (count) facets[menu][value] = count;
	}
	return facets;
}

/** The one test that a row fails, null when it passes all. */
function missedBy(row: CalendarRow, tests: readonly Test[]): TestName | null | "several" {
	let missed: TestName | null = null;
	for (const { name, passes } of tests) {
		if (passes(row)) continue;
		if (missed !== null) return "several";
		missed = name;
	}
	return missed;
}
