import { type ComingAndPast, readComingAndPast } from "./coming-and-past";
import {
	type CityCount,
	citiesOf,
	countBy,
	type Numbers,
	numbersOf,
	organisersOf,
	type SeasonCount,
	seasonsOf,
} from "./numbers";
import {
	listOrganisers,
	listOrganisersBySlug,
	listOrganisersOf,
	type Organiser,
} from "./organisers";
import { selectEvents } from "./select-events";
import { currentSnapshot } from "./snapshot";

export type CountryPage = ComingAndPast & {
	numbers: Numbers;
	seasons: SeasonCount[];
	cities: CityCount[];
	organisers: Organiser[];
};

/** What the page of a country (ISO 3166-1 alpha-2) shows. */
export async function readCountryPage(country: string, now: Date): Promise<CountryPage> {
	const { rows: all } = await currentSnapshot();
	const rows = all.filter((row) => row.country === country);
	const [events, organisers] = await Promise.all([
		readComingAndPast(rows, { now, limits: { coming: 20, past: 5 } }),
		listOrganisersOf(country, {
			here: countBy(rows, organisersOf),
			anywhere: countBy(all, organisersOf),
		}),
	]);
	return {
		...events,
		numbers: numbersOf(rows),
		seasons: seasonsOf(rows),
		cities: citiesOf(rows),
		organisers,
	};
}

export type CityPage = ComingAndPast & {
	numbers: Numbers;
	seasons: SeasonCount[];
	organisers: Organiser[];
};

/** What the page of a city (GeoNames id) shows; null where the calendar has no event. */
export async function readCityPage(city: number, now: Date): Promise<CityPage | null> {
	const { rows } = await selectEvents({ city });
	if (rows.length === 0) return null;
	const [events, organisers] = await Promise.all([
		readComingAndPast(rows, { now, limits: { coming: 20, past: 10 } }),
		listOrganisersBySlug(countBy(rows, organisersOf)),
	]);
	return { ...events, numbers: numbersOf(rows), seasons: seasonsOf(rows), organisers };
}

export type CountryLine = {
	/** ISO 3166-1 alpha-2. */
	country: string;
	events: number;
	/** Of them those to come or going on. */
	coming: number;
	/** Last publication there (ISO 8601); null without an event. */
	publishedAt: string | null;
};

/** The countries that have an event or an organiser of their own, or that a mission covers. */
export async function listCountryLines(now: Date): Promise<CountryLine[]> {
	const { rows } = await currentSnapshot();
	const lines = new Map<string, CountryLine>();
	const lineOf = (country: string): CountryLine => {
		const known = lines.get(country) ?? { country, events: 0, coming: 0, publishedAt: null };
		lines.set(country, known);
		return known;
	};
	for (const { country, untilMs, publishedMs } of rows) {
		const line = lineOf(country);
		line.events += 1;
		if (untilMs !== null && untilMs > now.getTime()) line.coming += 1;
		line.publishedAt = later(line.publishedAt, publishedMs);
	}
	for (const { country, covers } of await listOrganisers()) {
		for (const each of [country, ...covers]) lineOf(each);
	}
	return [...lines.values()];
}

export type CityLine = { city: number; publishedAt: string };

/** The cities (GeoNames ids) that have pages, with the last publication in each (ISO 8601). */
export async function listCityLines(): Promise<CityLine[]> {
	const { rows } = await currentSnapshot();
	const lines = new Map<number, CityLine>();
	for (const { city, publishedMs } of rows) {
		if (city === null) continue;
		const publishedAt = later(lines.get(city)?.publishedAt ?? null, publishedMs);
		lines.set(city, { city, publishedAt });
	}
	return [...lines.values()];
}

function later(known: string | null, publishedMs: number): string {
	const published = new Date(publishedMs).toISOString();
	return known !== null && known > published ? known : published;
}
