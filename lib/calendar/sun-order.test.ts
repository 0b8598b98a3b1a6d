import { describe, expect, it } from "vitest";
import type { DayPlace } from "./day-places";
import { orderBySun } from "./sun-order";

function place(
	name: string | null,
	country: string,
	timezone: string,
	lon: number | null,
): DayPlace {
	return {
		geonameId: null,
		name,
		country,
		timezone,
		lon,
		eventsInSeason: 1,
		eventsOnDay: 1,
		events: [],
	};
}

const CITIES = [
	place("Pago Pago", "AS", "Pacific/Pago_Pago", -170.7),
	place("Los Angeles", "US", "America/Los_Angeles", -118.24),
	place("New York", "US", "America/New_York", -74),
	place("St. John's", "CA", "America/St_Johns", -52.7),
	place("London", "GB", "Europe/London", -0.13),
	place("Reykjavik", "IS", "Atlantic/Reykjavik", -21.9),
	place("Madrid", "ES", "Europe/Madrid", -3.7),
	place("Berlin", "DE", "Europe/Berlin", 13.4),
	place("Istanbul", "TR", "Europe/Istanbul", 28.9),
	place("Baku", "AZ", "Asia/Baku", 49.9),
	place("Ganja", "AZ", "Asia/Baku", 46.4),
	place("Kathmandu", "NP", "Asia/Kathmandu", 85.3),
	place("Tokyo", "JP", "Asia/Tokyo", 139.7),
	place("Seoul", "KR", "Asia/Seoul", 127),
	place("Lord Howe Island", "AU", "Australia/Lord_Howe", 159.1),
	place("Sydney", "AU", "Australia/Sydney", 151.2),
	place("Auckland", "NZ", "Pacific/Auckland", 174.8),
	place("Apia", "WS", "Pacific/Apia", -171.8),
	place("Kiritimati", "KI", "Pacific/Kiritimati", -157.4),
];

const names = (season: number, cities = CITIES) =>
	orderBySun(season, cities, []).map(({ offset, places }) => [
		offset,
		...places.map(({ name }) => name),
	]);

it("goes from the date line to the west, and within a zone with the sun", () => {
	expect(names(2027)).toEqual([
		["UTC+14:00", "Kiritimati"],
		["UTC+13:00", "Apia", "Auckland"],
		["UTC+11:00", "Lord Howe Island", "Sydney"],
		["UTC+09:00", "Tokyo", "Seoul"],
		["UTC+05:45", "Kathmandu"],
		["UTC+04:00", "Baku", "Ganja"],
		["UTC+03:00", "Istanbul"],
		["UTC+01:00", "Berlin", "Madrid"],
		["UTC+00:00", "London", "Reykjavik"],
		["UTC-03:30", "St. John's"],
		["UTC-05:00", "New York"],
		["UTC-08:00", "Los Angeles"],
		["UTC-11:00", "Pago Pago"],
	]);
});

it("does not depend on the order in which it learns of places", () => {
	expect(names(2027, [...CITIES].reverse())).toEqual(names(2027));
});

it("goes by the clocks of the year: in 2012 Samoa had just crossed the date line, Istanbul was an hour nearer to Berlin", () => {
	const cities = CITIES.filter(({ name }) => ["Istanbul", "Apia", "Auckland"].includes(name ?? ""));
	expect(names(2012, cities)).toEqual([
		["UTC+14:00", "Apia"],
		["UTC+13:00", "Auckland"],
		["UTC+02:00", "Istanbul"],
	]);
	expect(names(2011, cities).at(-1)).toEqual(["UTC-10:00", "Apia"]);
});

it("keeps a place without a meridian in the end of its zone", () => {
	const somewhere = place("Somewhere", "DE", "Europe/Berlin", null);
	expect(names(2027, [somewhere, ...CITIES])).toContainEqual([
		"UTC+01:00",
		"Berlin",
		"Madrid",
		"Somewhere",
	]);
});

describe("the minute of silence", () => {
	const minute = (country: string, time = "17:00") => ({ country, time, sourceUrl: null });
	const silences = (...minutes: ReturnType<typeof minute>[]) =>
		orderBySun(2027, CITIES, minutes).flatMap(({ offset, silences: found }) =>
			found.map(({ country, from, until }) => [
				offset,
				country,
				new Date(from).toISOString().slice(0, 16),
				until - from,
			]),
		);

	it("comes at the local hour in each zone of a country that has places", () => {
		expect(silences(minute("AZ"))).toEqual([["UTC+04:00", "AZ", "2027-02-26T13:00", 60_000]]);
		expect(silences(minute("US", "12:00"))).toEqual([
			["UTC-05:00", "US", "2027-02-26T17:00", 60_000],
			["UTC-08:00", "US", "2027-02-26T20:00", 60_000],
		]);
		expect(silences(minute("AU"))).toEqual([["UTC+11:00", "AU", "2027-02-26T06:00", 60_000]]);
	});

	it("is said of a country where no event is known, in each of its clocks", () => {
		const stations = orderBySun(2027, [], [minute("AZ"), minute("KI")]);
		expect(stations.map(({ offset, places }) => [offset, places[0]?.timezone])).toEqual([
			["UTC+14:00", "Pacific/Kiritimati"],
			["UTC+13:00", "Pacific/Kanton"],
			["UTC+12:00", "Pacific/Tarawa"],
			["UTC+04:00", "Asia/Baku"],
		]);
		expect(stations.flatMap(({ silences: found }) => found)).toHaveLength(4);
		expect(stations.at(-1)?.places).toEqual([
			{ ...place(null, "AZ", "Asia/Baku", null), eventsInSeason: 0, eventsOnDay: 0 },
		]);
	});

	it("is invented for nobody", () => {
		expect(silences()).toEqual([]);
		expect(orderBySun(2027, [], [])).toEqual([]);
	});
});
