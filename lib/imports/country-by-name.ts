import { countryName } from "@/lib/places/countries";
import { COUNTRY_CODES } from "@/lib/places/country-codes";
import { foldName } from "@/lib/places/fold";
import { LOCALES } from "@/lib/text/languages";

let countries: ReadonlyMap<string, string | null> | null = null;

/** The country of this code or name in any of our languages; null when unknown, or when the name is two countries'. */
export function countryByName(name: string): string | null {
	countries ??= countryWords();
	return countries.get(foldName(name)) ?? null;
}

function countryWords(): ReadonlyMap<string, string | null> {
	const words = new Map<string, string | null>();
	for (const locale of LOCALES) {
		for (const code of COUNTRY_CODES) {
			const name = foldName(countryName(code, locale));
			words.set(name, (words.get(name) ?? code) === code ? code : null);
		}
	}
	for (const code of COUNTRY_CODES) words.set(code.toLowerCase(), code);
	return words;
}
