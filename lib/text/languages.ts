/** Interface languages (BCP 47), in the order of the language menu. */
export const LOCALES = ["en", "az", "tr", "ru", "de", "fr", "es", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages that an event may be written or spoken in (BCP 47): ours first, then those of the host countries. */
export const LANGUAGES = [
	...LOCALES,
	"be",
	"bg",
	"bs",
	"ca",
	"cs",
	"da",
	"el",
	"et",
	"fa",
	"fi",
	"he",
	"hi",
	"hr",
	"hu",
	"id",
	"it",
	"ja",
	"ka",
	"kk",
	"ko",
	"ky",
	"lt",
	"lv",
	"mk",
	"mn",
	"ms",
	"nb",
	"ne",
	"nl",
	"pl",
	"ps",
	"pt",
	"ro",
	"sk",
	"sl",
	"sq",
	"sr",
	"sv",
	"tg",
	"th",
	"tk",
	"uk",
	"ur",
	"uz",
	"vi",
	"zh",
] as const;
export type Language = (typeof LANGUAGES)[number];

/** True for one of the eight interface languages. */
export function isLocale(tag: string): tag is Locale {
	return (LOCALES as readonly string[]).includes(tag);
}

/** True for a language that texts and speech may have. */
export function isLanguage(tag: string): tag is Language {
	return (LANGUAGES as readonly string[]).includes(tag);
}

/** By language that a program may speak; making one takes longer than a hundred names. */
const displayNames = new Map<string, Intl.DisplayNames>();

/** Name of a language in the reader's language, e.g. ("az", "de") → "Aserbaidschanisch". */
export function languageName(tag: string, locale: string): string {
	return namesIn(locale).of(tag) ?? tag;
}

function namesIn(locale: string): Intl.DisplayNames {
	const names = displayNames.get(locale) ?? new Intl.DisplayNames([locale], { type: "language" });
	if (isLanguage(locale)) displayNames.set(locale, names);
	return names;
}

/** Names of languages in the reader's language as a list of that language: "Azerbaijani, English and German". */
export function languageNames(tags: readonly string[], locale: string): string {
	// Of the kinds of lists only this one separates its parts by more than a space in all our languages.
	const list = new Intl.ListFormat(locale, { type: "conjunction", style: "long" });
	return list.format(tags.map((tag) => languageName(tag, locale)));
}

/** A language's own name, e.g. "az" → "Azərbaycan dili" shortened by CLDR to "azərbaycan". */
export function ownLanguageName(tag: string): string {
	const name = languageName(tag, tag);
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** Writing direction of a language. */
export function directionOf(tag: string): "rtl" | "ltr" {
	return ["ar", "fa", "he", "ps", "ur"].includes(tag.split("-")[0] ?? "") ? "rtl" : "ltr";
}

const FALLBACKS = ["en", "az", "tr", "ru"];

/**
 * The text that a reader of `locale` is shown: theirs, else English, Azerbaijani, Turkish, Russian, else the first.
 * `isFallback` is true when it is not in the asked language. Null when there is no text at all.
 */
export function bestText<T extends { locale: string }>(
	texts: readonly T[],
	locale: string,
): { text: T; isFallback: boolean } | null {
	for (const wanted of [locale, ...FALLBACKS]) {
		const text = texts.find((candidate) => candidate.locale === wanted);
		if (text) return { text, isFallback: wanted !== locale };
	}
	const first = texts[0];
	return first ? { text: first, isFallback: true } : null;
}
