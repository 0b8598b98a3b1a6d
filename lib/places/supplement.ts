/** The languages of the supplement's columns; `en` replaces the GeoNames name where that is not the English one. */
export const NAME_LOCALES = ["en", "az", "tr", "ru", "ar", "de", "fr", "es"] as const;

export type NameLocale = (typeof NAME_LOCALES)[number];

/** The language when the program speaks it, else English. */
export function nameLocale(locale: string): NameLocale {
	return NAME_LOCALES.find((known) => known === locale) ?? "en";
}

export type SupplementRow = {
	id: number;
	country: string;
	names: Partial<Record<NameLocale, string>>;
	/** Further spellings that only the search knows. */
	also: readonly string[];
};

/**
 * Reads `supplement.tsv`: GeoNames id, country, English name, then az tr ru ar de fr es (an empty
 * cell means "as in English") and further spellings separated by ";". Throws on a malformed line.
 */
export function parseSupplement(text: string): SupplementRow[] {
	return text
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map(parseRow);
}

function parseRow(line: string): SupplementRow {
	const [id = "", country = "", ...cells] = line.split("\t");
	if (!/^\d+$/.test(id) || !/^[A-Z]{2}$/.test(country) || !cells[0]) {
		throw new Error(`supplement.tsv: cannot read "${line}"`);
	}
	const names: SupplementRow["names"] = {};
	NAME_LOCALES.forEach((locale, column) => {
		const name = cells[column];
		if (name) names[locale] = name;
	});
	return { id: Number(id), country, names, also: cells[NAME_LOCALES.length]?.split(";") ?? [] };
}
