import { countryName } from "@/lib/places/countries";
import type { CalendarRow } from "./calendar-row";
import { localCityName } from "./event-view";

/** Events of a city; `name` is null where no city is named. */
export type CityEvents = { city: number | null; name: string | null; events: number };
export type CountryEvents = { country: string; name: string; events: number; cities: CityEvents[] };
/** A city as a dot: degrees, and how many events are there. */
export type CityDot = { label: string; country: string; lat: number; lon: number; events: number };

export type MapOverview = {
	/** All events, by country and city in the order of the reader's alphabet. */
	countries: CountryEvents[];
	dots: CityDot[];
	/** West, south, east, north of all that has a place; null when nothing has. */
	bounds: [number, number, number, number] | null;
	withoutPlace: number;
};

/** What stands beside the map and in its place where it cannot be shown. */
export function mapOverview(rows: readonly CalendarRow[], locale: string): MapOverview {
	const placed = placedRows(rows);
	return {
		countries: byCountry(rows, locale),
		dots: cityDots(placed, locale),
		bounds: boundsOf(placed),
		withoutPlace: rows.length - placed.length,
	};
}

function byCountry(rows: readonly CalendarRow[], locale: string): CountryEvents[] {
	const { compare } = new Intl.Collator(locale);
	return [...gather(rows, ({ country }) => country)]
		.map(([country, own]) => ({
			country,
			name: countryName(country, locale),
			events: own.length,
			cities: byCity(own, locale, compare),
		}))
		.sort((a, b) => compare(a.name, b.name));
}

type Compare = (a: string, b: string) => number;

function byCity(rows: readonly CalendarRow[], locale: string, compare: Compare): CityEvents[] {
	return [...gather(rows, cityKey)]
		.map(([, own]) => ({
			city: own[0]?.city ?? null,
			name: own[0] ? nameOf(own[0], locale) : null,
			events: own.length,
		}))
		.sort(
			(a, b) =>
				Number(a.name === null) - Number(b.name === null) || compare(a.name ?? "", b.name ?? ""),
		);
}

function cityDots(placed: readonly PlacedRow[], locale: string): CityDot[] {
	return [...gather(placed, (row) => `${row.country} ${cityKey(row)}`)].flatMap(([, own]) => {
		const [first] = own;
		if (!first) return [];
		const { lat, lon, country } = first;
		const label = nameOf(first, locale) ?? countryName(country, locale);
		return [{ label, country, lat, lon, events: own.length }];
	});
}

function boundsOf(placed: readonly PlacedRow[]): MapOverview["bounds"] {
	const [first] = placed;
	if (!first) return null;
	let [west, south, east, north] = [first.lon, first.lat, first.lon, first.lat];
	for (const { lat, lon } of placed) {
		[west, east] = [Math.min(west, lon), Math.max(east, lon)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	}
	return [west, south, east, north];
}

/** A city that the gazetteer does not have counts by its name. */
function cityKey({ city, cityName }: CalendarRow): string {
	return city === null ? (cityName ?? "") : String(city);
}

function nameOf({ city, cityName }: CalendarRow, locale: string): string | null {
	return localCityName({ cityGeonameId: city, cityName }, locale);
}

function gather<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}

type PlacedRow = CalendarRow & { lat: number; lon: number };

/** Those that have a place on a map: what is only online has none, even where its organiser named a city. */
function placedRows(rows: readonly CalendarRow[]): PlacedRow[] {
	return rows.filter(
		(row): row is PlacedRow => row.lat !== null && row.lon !== null && row.attendance !== "online",
	);
}
