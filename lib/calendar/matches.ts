import { distanceKm } from "@/lib/places/distance";
import { type Columns, hasValue, toDayNumber } from "./columns";
import { type CalendarFilters, DEFAULT_RADIUS_KM, pointOf } from "./filters";
import type { SearchHits } from "./search";

/** What can be counted and left out by itself: each filter, `near` together with its radius. */
export type TestName = Exclude<keyof CalendarFilters, "radius">;
/** `passes` is told the place of a row in the columns. */
export type Test = { name: TestName; passes: (place: number) => boolean };

/** The filters as tests of the rows; an event is meant when all pass. @param hits what `q` finds */
export function testsOf(
	filters: CalendarFilters,
	{ columns, hits }: { columns: Columns; hits: SearchHits | null },
): Test[] {
	const { firstDays, lastDays, ordinals } = columns;
	const { type, language, text, attendance, organiser, country, from, to } = filters;
	const tests: Test[] = [];
	const add = (name: TestName, passes: Test["passes"]) => tests.push({ name, passes });
	const chosen = {
		season: filters.season?.toString(),
		country,
		city: filters.city?.toString(),
		type,
		language,
		text,
		attendance,
		organiser,
		free: filters.free && "1",
		accessible: filters.accessible && "1",
	};
	for (const menu of Object.keys(chosen) as (keyof typeof chosen)[]) {
		const value = chosen[menu];
		if (value) add(menu, hasValue(columns, menu, value));
	}
	if (from) {
		const first = toDayNumber(from);
		add("from", (place) => (lastDays[place] ?? 0) >= first);
	}
	if (to) {
		const last = toDayNumber(to);
		add("to", (place) => firstDays[place] !== 0 && (firstDays[place] ?? 0) <= last);
	}
	if (filters.near) add("near", isNear(columns, filters.near, filters.radius ?? DEFAULT_RADIUS_KM));
	if (hits) add("q", (place) => hits.finds(ordinals[place] ?? 0));
	return tests;
}

/** For each row's place the tests that fail, as bits: the lowest is the first test. At most 30 tests. */
export function failuresOf(length: number, tests: readonly Test[]): Uint32Array {
	const failures = new Uint32Array(length);
	for (const [number, { passes }] of tests.entries()) {
		const bit = 1 << number;
		for (let place = 0; place < length; place += 1)
			if (!passes(place)) failures[place] = (failures[place] ?? 0) | bit;
	}
	return failures;
}

const KM_PER_DEGREE = 111.1949;

function isNear({ lats, lons }: Columns, near: string, radiusKm: number): Test["passes"] {
	const centre = pointOf(near);
	if (centre === null) return () => false;
	const maxDegrees = radiusKm / KM_PER_DEGREE;
	return (place) => {
		const lat = lats[place] ?? Number.NaN;
		// Not "greater": a place that is not known is NaN.
		if (!(Math.abs(lat - centre.lat) <= maxDegrees)) return false;
		return distanceKm(centre, { lat, lon: lons[place] ?? Number.NaN }) <= radiusKm;
	};
}
