import { countryName } from "./countries";
import { foldName, looseFold } from "./fold";
import { type GazetteerData, loadGazetteer } from "./gazetteer-file";
import {
	ALTERNATE_NAME,
	INSIDE_NAME,
	type NameIndex,
	postingCount,
	rangeOfPrefix,
	scanRange,
} from "./name-index";
import { type NameLocale, nameLocale } from "./supplement";
import { spellingVariants } from "./typos";

export type SearchOptions = { limit: number; country?: string; locale?: string };

/** City numbers, best first, and how many postings were read to find them. */
export type SearchResult = { cities: number[]; scanned: number };

type Query = { data: GazetteerData; limit: number; locale: NameLocale; accepts: Filter };
type Filter = (city: number) => boolean;
type FoldedNames = { divisions: readonly string[]; countries: readonly string[] };
type Found = { scores: Map<number, number>; scanned: number };

const MAX_QUERY_LENGTH = 80;
const MAX_POSTINGS_PER_VARIANT = 500;
const MIN_TYPO_LENGTH = 4;
const MAX_TYPO_LENGTH = 24;
const CAPITAL_WEIGHT = 1_000_000;
/** Alternate names this short are mostly abbreviations; they do not outrank what is being typed. */
const MAX_WEAK_LENGTH = 4;

let weights: Float64Array | null = null;
let divisionNames: string[] | null = null;
const foldedByLocale = new Map<NameLocale, FoldedNames>();

/**
 * Ranks cities for what somebody has typed so far. Tried in turn until the list is full or, for the
 * last two, not empty: names as spelled, names by sound, name and region ("Springfield, Illinois",
 * "Paris Texas"), one wrong letter.
 */
export function rankCities(text: string, options: SearchOptions): SearchResult {
	const typed = text.slice(0, MAX_QUERY_LENGTH);
	const folded = foldName(typed);
	const data = loadGazetteer();
	const accepts = countryFilter(data, options.country);
	const query: Query = {
		data,
		limit: options.limit,
		locale: nameLocale(options.locale ?? "en"),
		accepts,
	};
	const found: Found = { scores: new Map(), scanned: 0 };
	if (folded === "") return { cities: [], scanned: 0 };
	searchNames(query, folded, found);
	if (found.scores.size === 0) searchNameAndRegion(query, typed, folded, found);
	if (found.scores.size === 0) searchVariants(query, folded, found);
	return { cities: bestOf(found.scores, options.limit), scanned: found.scanned };
}

function searchNames(query: Query, folded: string, found: Found): void {
	collect(query.data.exact, folded, query.accepts, found, 0);
	if (found.scores.size >= query.limit || folded.length < 2) return;
	const bySound = looseFold(folded);
	collect(query.data.loose, bySound, query.accepts, found, -1000);
	if (bySound !== folded) collect(query.data.exact, bySound, query.accepts, found, -1000);
}

function searchNameAndRegion(query: Query, typed: string, folded: string, found: Found): void {
	for (const [name, region] of splitRegion(typed, folded)) {
		const accepts = regionFilter(query, region);
		searchNames({ ...query, accepts: (city) => query.accepts(city) && accepts(city) }, name, found);
		if (found.scores.size > 0) return;
	}
}

/** At the first comma; without one, before each of the last three words. */
function splitRegion(typed: string, folded: string): [string, string][] {
	const comma = typed.indexOf(",");
	if (comma > 0) {
		const name = foldName(typed.slice(0, comma));
		const region = foldName(typed.slice(comma + 1));
		return name === "" ? [] : [[name, region]];
	}
	const words = folded.split(" ");
	return [1, 2, 3]
		.filter((count) => count < words.length)
		.map((count) => [words.slice(0, -count).join(" "), words.slice(-count).join(" ")]);
}

/** Cities whose first-order division or country begins like `region`, or whose country has that code. */
function regionFilter({ data, locale }: Query, region: string): Filter {
	const { columns } = data;
	const names = foldedNames(locale);
	const divisions = names.divisions.map((name) => name.startsWith(region));
	const countries = columns.countries.map(
		(code, at) => code.toLowerCase() === region || names.countries[at]?.includes(`\n${region}`),
	);
	return (city) =>
		divisions[columns.admin1[city] ?? -1] === true ||
		countries[columns.country[city] ?? -1] === true;
}

/** Folded names of divisions, and of countries in English and the locale, each after a line feed. */
function foldedNames(locale: NameLocale): FoldedNames {
	const known = foldedByLocale.get(locale);
	if (known) return known;
	const { admin1Names, countries } = loadGazetteer().columns;
	divisionNames ??= admin1Names.map(foldName);
	const inLocales = (code: string): string =>
		["en", locale].map((each) => `\n${foldName(countryName(code, each))}`).join("");
	const names = { divisions: divisionNames, countries: countries.map(inLocales) };
	foldedByLocale.set(locale, names);
	return names;
}

function searchVariants(query: Query, folded: string, found: Found): void {
	if (folded.length < MIN_TYPO_LENGTH || folded.length > MAX_TYPO_LENGTH) return;
	for (const variant of spellingVariants(folded)) {
		const range = rangeOfPrefix(query.data.exact, variant);
		if (postingCount(query.data.exact, range) > MAX_POSTINGS_PER_VARIANT) continue;
		collect(query.data.exact, variant, query.accepts, found, 0);
	}
}

function countryFilter({ columns }: GazetteerData, country: string | undefined): Filter {
	if (country === undefined) return () => true;
	const wanted = columns.countries.indexOf(country);
	return (city) => columns.country[city] === wanted;
}

function collect(
	index: NameIndex,
	prefix: string,
	accepts: Filter,
	found: Found,
	offset: number,
): void {
	const range = rangeOfPrefix(index, prefix);
	found.scanned += postingCount(index, range);
	const { scores } = found;
	const weight = cityWeights();
	scanRange(index, range, prefix, (city, flags, isWhole) => {
		if (!accepts(city)) return;
		const score = (weight[city] ?? 0) + bonus(flags, isWhole, prefix.length) + offset;
		if (score > (scores.get(city) ?? Number.NEGATIVE_INFINITY)) scores.set(city, score);
	});
}

/** Whole names before all else; then population (a power of ten each) against how the name matches. */
function bonus(flags: number, isWhole: boolean, keyLength: number): number {
	const isAlternate = (flags & ALTERNATE_NAME) !== 0;
	if ((flags & INSIDE_NAME) !== 0) return (isWhole ? 0.7 : 0.3) - (isAlternate ? 1 : 0);
	if (isWhole && !isAlternate) return 100;
	if (isWhole) return keyLength > MAX_WEAK_LENGTH ? 50 : 3;
	return isAlternate ? 0.5 : 1.5;
}

/** Powers of ten of the population; a capital counts as a city of a million. */
function cityWeights(): Float64Array {
	if (weights) return weights;
	const { population, capitals } = loadGazetteer().columns;
	const people = Float64Array.from(population);
	for (const city of capitals) people[city] = Math.max(people[city] ?? 0, CAPITAL_WEIGHT);
	weights = people.map((count) => Math.log10(count + 1));
	return weights;
}

function bestOf(scores: ReadonlyMap<number, number>, limit: number): number[] {
	const best: [number, number][] = [];
	let worst = Number.NEGATIVE_INFINITY;
	for (const entry of scores) {
		if (best.length === limit && entry[1] <= worst) continue;
		const at = best.findIndex(([, score]) => score < entry[1]);
		best.splice(at < 0 ? best.length : at, 0, entry);
		if (best.length > limit) best.pop();
		worst = best.at(-1)?.[1] ?? worst;
	}
	return best.map(([city]) => city);
}
