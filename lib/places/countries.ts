import { canonicalZone, isZone } from "@/lib/time/zones";
import { COUNTRY_CODES } from "./country-codes";
import { loadGazetteer } from "./gazetteer-file";
import { type NameLocale, nameLocale } from "./supplement";

const CODES = new Set(COUNTRY_CODES);
const displayNames = new Map<NameLocale, Intl.DisplayNames>();
/** By language and code; eight languages and some 250 countries at most. */
const knownNames = new Map<string, string>();

/** Whether `code` is one of `COUNTRY_CODES`, in capitals. */
export function isCountry(code: string): boolean {
	return CODES.has(code);
}

/** The country's name in the language, as CLDR has it; in English when the program does not speak it; the code itself when it is not a country's. */
export function countryName(code: string, locale: string): string {
	if (!isCountry(code)) return code;
	const language = nameLocale(locale);
	const key = `${language} ${code}`;
	const known = knownNames.get(key) ?? readCountryName(code, language);
	knownNames.set(key, known);
	return known;
}

function readCountryName(code: string, language: NameLocale): string {
	const names = displayNames.get(language) ?? new Intl.DisplayNames([language], { type: "region" });
	displayNames.set(language, names);
	return names.of(code) ?? code;
}

/** All countries with their names, in the alphabetical order of the language. */
export function listCountries(locale: string): { code: string; name: string }[] {
	const collator = new Intl.Collator(nameLocale(locale));
	return COUNTRY_CODES.map((code) => ({ code, name: countryName(code, locale) })).sort(
		(left, right) => collator.compare(left.name, right.name),
	);
}

/** IANA zones in use in the country, the most populous first; empty for an unknown code and for two uninhabited islands. */
export function zonesOfCountry(code: string): readonly string[] {
	return loadGazetteer().columns.countryZones[code] ?? [];
}

/** Whether the clocks of `zone` are used in the country; older spellings ("Europe/Kiev") count, and a country without listed zones takes any. */
export function isZoneOfCountry(code: string, zone: string): boolean {
	if (!isCountry(code) || !isZone(zone)) return false;
	const zones = zonesOfCountry(code);
	return zones.length === 0 || zones.includes(zone) || zones.includes(canonicalZone(zone) ?? zone);
}
