import { distanceKm } from "@/lib/places/distance";
import { type Columns, placesWith, toDayNumber } from "./columns";
import { type CalendarFilters, DEFAULT_RADIUS_KM, pointOf } from "./filters";
import type { SearchHits } from "./search";

/** What can be counted and left out by itself: each filter, `near` together with its radius. */
export type TestName = Exclude<keyof CalendarFilters, "radius">;
export type Test = {
	name: TestName;
	/** Is told the place of a row in the columns. */
	passes: (place: number) => boolean;
	/** The places that pass, ascending, where they need not be looked for. */
	places?: Uint32Array;
};

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
		if (value) tests.push({ name: menu, ...isAmong(columns, placesWith(columns, menu, value)) });
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

function isAmong({ length }: Columns, places: Uint32Array): Omit<Test, "name"> {
	let has: Uint8Array | undefined;
	return {
		places,
		passes: (place) => {
			has ??= marked(length, places);
			return has[place] === 1;
		},
	};
}

function marked(length: number, places: Uint32Array): Uint8Array {
	const marks = new Uint8Array(length);
	for (const place of places) marks[place] = 1;
	return marks;
}

/** The places of the rows that pass all tests, ascending: looked for among those of the rarest value. */
export function passingPlaces(length: number, tests: readonly Test[]): Uint32Array {
	const rarest = tests
		.filter(({ places }) => places !== undefined)
		.reduce<Test | null>((a, b) => (a && lengthOf(a) <= lengthOf(b) ? a : b), null);
	const [first, ...others] = tests.filter((test) => test !== rarest);
	let left = rarest?.places ?? allPassing(length, first?.passes ?? (() => true));
	for (const { passes } of rarest && first ? [first, ...others] : others)
		left = thosePassing(left, passes);
	return left;
}

// Loops: `filter` and `from` call back through the engine, ten times as long for a hundred thousand rows.
function allPassing(length: number, passes: Test["passes"]): Uint32Array {
	const passing = new Uint32Array(length);
	let count = 0;
	for (let place = 0; place < length; place += 1) if (passes(place)) passing[count++] = place;
	return passing.slice(0, count);
}

/** Those of some places that pass, in their order. */
export function thosePassing(places: Uint32Array, passes: Test["passes"]): Uint32Array {
	const passing = new Uint32Array(places.length);
	let count = 0;
	for (let at = 0; at < places.length; at += 1) {
		const place = places[at] ?? 0;
		if (passes(place)) passing[count++] = place;
	}
	return passing.slice(0, count);
}

function lengthOf({ places }: Test): number {
	return places?.length ?? Number.POSITIVE_INFINITY;
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
