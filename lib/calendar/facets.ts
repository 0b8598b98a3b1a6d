import { type FacetValue, knownValues, MENUS, type Menu } from "./facet-values";
import type { CalendarFilters } from "./filters";
import { failuresOf, type Test } from "./matches";
import { prepareSelection } from "./select-events";

/** How many events each value of a menu would give, the other filters as they are; none: no key. */
export type Counts = Record<string, number>;

/** By menu: ISO codes, GeoNames ids, types, seasons (or "undated"), BCP 47 tags, slugs; "1" for yes. */
export type Facets = Record<Menu, Counts>;

/** Counts what the menus of the list offer, each menu without its own choice: one walk over the calendar. */
export async function countFacets(filters: CalendarFilters): Promise<Facets> {
	const { snapshot, tests } = await prepareSelection(filters);
	const { length, facets } = snapshot.columns;
	const { starts, numbers } = facets;
	const failures = failuresOf(length, tests);
	const values = knownValues();
	// The menu of each value as the bit of its test, 0 for a menu without a choice.
	const ownBits = Uint32Array.from(values, ({ menu }) => bitOf(tests, menu));
	const counts = new Uint32Array(values.length);
	for (let place = 0; place < length; place += 1) {
		const failed = failures[place] ?? 0;
		if (isSeveral(failed)) continue;
		const end = starts[place + 1] ?? 0;
		for (let at = starts[place] ?? 0; at < end; at += 1) {
			const number = numbers[at] ?? 0;
			if (failed === 0 || ownBits[number] === failed) counts[number] = (counts[number] ?? 0) + 1;
		}
	}
	return named(counts, values);
}

function isSeveral(bits: number): boolean {
	return (bits & (bits - 1)) !== 0;
}

function bitOf(tests: readonly Test[], menu: Menu): number {
	const number = tests.findIndex(({ name }) => name === menu);
	return number < 0 ? 0 : 1 << number;
}

function named(counts: Uint32Array, values: readonly FacetValue[]): Facets {
	const facets = Object.fromEntries(MENUS.map((menu) => [menu, {}])) as Facets;
	for (const [number, { menu, value }] of values.entries()) {
		const count = counts[number];
		if (count) facets[menu][value] = count;
	}
	return facets;
}
