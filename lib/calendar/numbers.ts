import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import type { CalendarRow } from "./calendar-row";

/** What some events come to. */
export type Numbers = {
	events: number;
	countries: number;
	cities: number;
	organisers: number;
	/** The earliest season among them; null where no year is known. */
	firstSeason: number | null;
	/** Events of which the day is not known. */
	withoutDay: number;
};

/** Counts some events, their places and their organisers. */
export function numbersOf(rows: readonly CalendarRow[]): Numbers {
	const seasons = rows.flatMap(({ season }) => (season === null ? [] : [season]));
	return {
		events: rows.length,
		countries: new Set(rows.map(({ country }) => country)).size,
		cities: new Set(rows.flatMap(cityKey)).size,
		organisers: countBy(rows, organisersOf).size,
		firstSeason: seasons.length === 0 ? null : seasons.reduce((a, b) => Math.min(a, b)),
		withoutDay: rows.filter(({ firstDay }) => firstDay === null).length,
	};
}

/** How many of the events have each value, most first. */
export function countBy<Value>(
	rows: readonly CalendarRow[],
	valuesOf: (row: CalendarRow) => readonly Value[],
): Map<Value, number> {
	const counts = new Map<Value, number>();
	for (const row of rows) {
		for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** Slugs of an event's organisers, as far as a source names them. */
export function organisersOf({ organisers }: CalendarRow): readonly string[] {
	return organisers.filter((slug) => slug !== UNSTATED_SLUG);
}

export type SeasonCount = { season: number | null; events: number };

/** How many of the events each season has, the newest first, those of an unknown year last. */
export function seasonsOf(rows: readonly CalendarRow[]): SeasonCount[] {
	return [...countBy(rows, ({ season }) => [season])]
		.map(([season, events]) => ({ season, events }))
		.sort((a, b) => (b.season ?? -1) - (a.season ?? -1));
}

export type CityCount = {
	country: string;
	/** GeoNames id; null where the gazetteer does not have it. */
	city: number | null;
	/** As an organiser wrote it. */
	name: string | null;
	events: number;
};

/** How many of the events each city has, most first. */
export function citiesOf(rows: readonly CalendarRow[]): CityCount[] {
	const cities = new Map<string | number, CityCount>();
	for (const row of rows) {
		for (const key of cityKey(row)) {
			const known = cities.get(key);
			if (known) known.events += 1;
			else cities.set(key, { country: row.country, city: row.city, name: row.cityName, events: 1 });
		}
	}
	return [...cities.values()].sort((a, b) => b.events - a.events);
}

/** What makes two cities one; a city that the gazetteer does not have counts by its name. */
export function cityKey({
	city,
	cityName,
	country,
}: Pick<CalendarRow, "city" | "cityName" | "country">): (string | number)[] {
	if (city !== null) return [city];
	return cityName === null ? [] : [`${country} ${cityName}`];
}
