import { distanceKm } from "@/lib/places/distance";
import type { CalendarRow } from "./calendar-row";
import { type CalendarFilters, DEFAULT_RADIUS_KM, pointOf } from "./filters";
import type { SearchHits } from "./search";

/** What can be counted and left out by itself: each filter, `near` together with its radius. */
export type TestName = Exclude<keyof CalendarFilters, "radius">;
export type Test = { name: TestName; passes: (row: CalendarRow) => boolean };

/** The filters as tests of a row; an event is meant when all pass. @param hits what `q` finds */
export function testsOf(filters: CalendarFilters, hits: SearchHits | null): Test[] {
	const tests: Test[] = [];
	const add = (name: TestName, passes: Test["passes"]) => tests.push({ name, passes });
	const { country, city, type, from, to, season, language, text, attendance, organiser } = filters;
	if (season !== undefined) {
		const wanted = season === "undated" ? null : season;
		add("season", (row) => row.season === wanted);
	}
	if (country) add("country", (row) => row.country === country);
	if (city !== undefined) add("city", (row) => row.city === city);
	if (type) add("type", (row) => row.types.includes(type));
	if (from) add("from", (row) => row.lastDay !== null && row.lastDay >= from);
	if (to) add("to", (row) => row.firstDay !== null && row.firstDay <= to);
	if (language) add("language", (row) => row.languages.includes(language));
	if (text) add("text", (row) => row.texts.includes(text));
	if (attendance) add("attendance", (row) => attends(row.attendance, attendance));
	if (organiser) add("organiser", (row) => row.organisers.includes(organiser));
	if (filters.free) add("free", (row) => row.isFree === true);
	if (filters.accessible) add("accessible", (row) => row.isAccessible === true);
	if (filters.near) add("near", isNear(filters.near, filters.radius ?? DEFAULT_RADIUS_KM));
	if (hits) add("q", (row) => hits.finds(row.ordinal));
	return tests;
}

/** True where somebody who wants to attend in this way can. */
export function attends(
	mode: CalendarRow["attendance"],
	wanted: NonNullable<CalendarFilters["attendance"]>,
): boolean {
	return mode === wanted || mode === "mixed";
}

const KM_PER_DEGREE = 111.1949;

function isNear(near: string, radiusKm: number): Test["passes"] {
	const centre = pointOf(near);
	if (centre === null) return () => false;
	const maxDegrees = radiusKm / KM_PER_DEGREE;
	return ({ lat, lon, attendance }) => {
		if (lat === null || lon === null || attendance === "online") return false;
		if (Math.abs(lat - centre.lat) > maxDegrees) return false;
		return distanceKm(centre, { lat, lon }) <= radiusKm;
	};
}
