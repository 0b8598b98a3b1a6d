import { countryName } from "./countries";
import { COUNTRY_CODES } from "./country-codes";
import { foldName } from "./fold";

/** What a coordinator looks after or a mission is accredited to: a set of ISO 3166-1 alpha-2 codes. */
export type Territory = { countries: readonly string[] };

/** English names in use beside the CLDR ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	"antigua and barbuda": "AG",
	bosnia: "BA",
	brunei: "BN",
	burma: "MM",
	"cabo verde": "CV",
	"cape verde": "CV",
	congo: "CG",
	"czech republic": "CZ",
	"democratic republic of the congo": "CD",
	"dr congo": "CD",
	"east timor": "TL",
	"great britain": "GB",
	"holy see": "VA",
	"hong kong": "HK",
	"ivory coast": "CI",
	korea: "KR",
	"kyrgyz republic": "KG",
	macao: "MO",
	macedonia: "MK",
	myanmar: "MM",
	"north macedonia": "MK",
	palestine: "PS",
	"peoples republic of china": "CN",
	"republic of korea": "KR",
	"republic of the congo": "CG",
	"russian federation": "RU",
	"sao tome and principe": "ST",
	"saint kitts and nevis": "KN",
	"saint lucia": "LC",
	"saint vincent and the grenadines": "VC",
	swaziland: "SZ",
	"the bahamas": "BS",
	"the gambia": "GM",
	"the netherlands": "NL",
	turkey: "TR",
	turkiye: "TR",
	uae: "AE",
	uk: "GB",
	"united states of america": "US",
	us: "US",
	usa: "US",
	vatican: "VA",
	"viet nam": "VN",
};

let codesByName: Map<string, string> | null = null;

/** All countries of the territories, each once, sorted by code. */
export function countriesOf(territories: readonly Territory[]): string[] {
	return [...new Set(territories.flatMap((territory) => territory.countries))].sort();
}

/** Whether one of the territories contains the country. */
export function coversCountry(territories: readonly Territory[], country: string): boolean {
	return territories.some((territory) => territory.countries.includes(country));
}

/** The code of a country by its English name, common variants included ("Turkey", "Türkiye", "USA"); null when unknown. */
export function countryCodeByEnglishName(name: string): string | null {
	codesByName ??= new Map([
		...Object.entries(OTHER_NAMES),
		...COUNTRY_CODES.map((code): [string, string] => [foldName(countryName(code, "en")), code]),
	]);
	return codesByName.get(foldName(name.slice(0, 100))) ?? null;
}
