import { expect, it } from "vitest";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import type { CalendarRow } from "./calendar-row";
import { citiesOf, countBy, numbersOf, organisersOf, seasonsOf } from "./numbers";

const BERLIN = 2_950_159;
const VIENNA = 2_761_369;

function row(more: Partial<CalendarRow>): CalendarRow {
	return {
		id: "00000000-0000-7000-8000-000000000000",
		ordinal: 1,
		facets: [],
		season: 2020,
		country: "DE",
		city: BERLIN,
		cityName: "Berlin",
		zone: "Europe/Berlin",
		type: "ceremony",
		types: ["ceremony"],
		attendance: "in_person",
		firstDay: "2020-02-26",
		lastDay: "2020-02-26",
		isAllDay: false,
		startMs: 0,
		untilMs: 0,
		sortMs: 0,
		publishedMs: 0,
		lat: null,
		lon: null,
		languages: [],
		texts: ["en"],
		organisers: ["embassy"],
		isFree: null,
		isAccessible: null,
		...more,
	};
}

const rows = [
	row({}),
	row({ season: 2012, firstDay: null, organisers: [UNSTATED_SLUG] }),
	row({
		season: 2012,
		country: "AT",
		city: VIENNA,
		cityName: "Vienna",
		organisers: ["embassy", "museum"],
	}),
	row({ season: null, firstDay: null, country: "AT", city: null, cityName: "Retz" }),
	row({ country: "AT", city: null, cityName: "Retz", types: ["ceremony", "concert"] }),
	row({ country: "DE", city: null, cityName: "Retz" }),
	row({ city: null, cityName: null }),
];

it("counts events, countries, cities, organisers that a source names, and events without a day", () => {
	expect(numbersOf(rows)).toEqual({
		events: 7,
		countries: 2,
		cities: 4,
		organisers: 2,
		firstSeason: 2012,
		withoutDay: 2,
	});
});

it("of no events there is nothing to count", () => {
	expect(numbersOf([])).toEqual({
		events: 0,
		countries: 0,
		cities: 0,
		organisers: 0,
		firstSeason: null,
		withoutDay: 0,
	});
});

it("no earliest season is invented where no year is known", () => {
	expect(numbersOf([row({ season: null })]).firstSeason).toBeNull();
});

it("an unnamed organiser is nobody", () => {
	expect([...countBy(rows, organisersOf)]).toEqual([
		["embassy", 6],
		["museum", 1],
	]);
});

it("seasons come newest first, the unknown year last", () => {
	expect(seasonsOf(rows)).toEqual([
		{ season: 2020, events: 4 },
		{ season: 2012, events: 2 },
		{ season: null, events: 1 },
	]);
});

it("cities come by their number of events; two of one name in two countries are two", () => {
	expect(citiesOf(rows).map(({ country, name, events }) => [country, name, events])).toEqual([
		["DE", "Berlin", 2],
		["AT", "Retz", 2],
		["AT", "Vienna", 1],
		["DE", "Retz", 1],
	]);
});
