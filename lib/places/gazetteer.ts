import { foldName } from "./fold";
import { type GazetteerData, loadGazetteer } from "./gazetteer-file";
import { ALTERNATE_NAME, rangeOfPrefix, scanRange } from "./name-index";
import { rankCities } from "./search";
import { type NameLocale, nameLocale } from "./supplement";

export type City = {
	/** GeoNames id. */
	id: number;
	/** English name where known, else GeoNames' main name. */
	name: string;
	/** First-order division (state, province), to tell cities of one name apart. */
	admin1: string | null;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** Degrees. */
	lat: number;
	lon: number;
	/** IANA zone. */
	timezone: string;
	population: number;
	/** Names by interface language, where they are known. */
	names: Readonly<Partial<Record<NameLocale, string>>>;
};

export type CityMatch = City & {
	/** The name in the language that was asked for. */
	label: string;
};

const MAX_LIMIT = 50;
const MAX_NAME_LENGTH = 200;

let cityNumbers: Map<number, number> | null = null;

/**
 * Type-ahead: cities of which a name, or a word of one, begins with `query` in any language and
 * spelling; whole names first, then by population. `country` narrows, `locale` chooses the labels;
 * `limit` is 8 and at most 50.
 */
export function findCities(
	query: string,
	{ limit = 8, country, locale = "en" }: { limit?: number; country?: string; locale?: string } = {},
): CityMatch[] {
	const atMost = Math.max(1, Math.min(MAX_LIMIT, Math.trunc(limit)));
	return rankCities(query, { limit: atMost, country, locale }).cities.map((number) => {
		const city = readCity(loadGazetteer(), number);
		return { ...city, label: cityName(city, locale) };
	});
}

/** The city with this GeoNames id, or null when the gazetteer does not have it. */
export function getCity(geonameId: number): City | null {
	const data = loadGazetteer();
	cityNumbers ??= new Map(data.columns.ids.map((id, number) => [id, number]));
	const number = cityNumbers.get(geonameId);
	return number === undefined ? null : readCity(data, number);
}

/** The city's name in the interface language when known, else its `name`. */
export function cityName(city: Pick<City, "name" | "names">, locale: string): string {
	return city.names[nameLocale(locale)] ?? city.name;
}

/** The most populous city of the country that has exactly this name (in any language; marks, case and a note in brackets aside), or null. */
export function findCityByName(name: string, country: string): City | null {
	return listCitiesByName(name, country)[0] ?? null;
}

/**
 * All cities of the country that have exactly this name, as `findCityByName` compares, the most populous first;
 * a city that has it only as an alternate name counts where none has it as its own.
 */
export function listCitiesByName(name: string, country: string): City[] {
	const folded = foldName(name.slice(0, MAX_NAME_LENGTH).replace(/\([^()]*\)/g, " "));
	if (folded === "") return [];
	const data = loadGazetteer();
	const wanted = data.columns.countries.indexOf(country);
	const range = rangeOfPrefix(data.exact, folded);
	const named: number[] = [];
	const alternate: number[] = [];
	const oneKey = { from: range.from, to: Math.min(range.to, range.from + 1) };
	scanRange(data.exact, oneKey, folded, (city, flags, isWhole) => {
		if (!isWhole || data.columns.country[city] !== wanted) return;
		if (flags === 0) named.push(city);
		if (flags === ALTERNATE_NAME) alternate.push(city);
	});
	// cities are numbered by population
	return (named.length > 0 ? named : alternate).map((number) => readCity(data, number));
}

/** The city of this number in the file's columns; throws RangeError when there is none. */
export function readCity({ columns }: GazetteerData, number: number): City {
	const id = columns.ids[number];
	const name = columns.names[number];
	const country = columns.countries[columns.country[number] ?? -1];
	const timezone = columns.zones[columns.zone[number] ?? -1];
	if (id === undefined || name === undefined || !country || !timezone) {
		throw new RangeError(`No city number ${number}`);
	}
	return {
		id,
		name,
		admin1: columns.admin1Names[columns.admin1[number] ?? -1] ?? null,
		country,
		lat: (columns.lat[number] ?? 0) / 100_000,
		lon: (columns.lon[number] ?? 0) / 100_000,
		timezone,
		population: columns.population[number] ?? 0,
		names: columns.localNames[number] ?? {},
	};
}
