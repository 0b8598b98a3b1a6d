import { isLocale, type Locale } from "./languages";

const SCRIPTS: Partial<Record<string, RegExp>> = {
	ar: /\p{Script=Arabic}/u,
	ru: /\p{Script=Cyrillic}/u,
};
const LATIN = /\p{Script=Latin}/u;

/** Of fewer letters nothing can be said. */
const FEWEST_LETTERS = 40;
/** So much of a text is in the script that counts as its own. */
const OWN_SHARE = 0.6;
/** So much likelier another language must be: Azerbaijani typed without its own letters looks Turkish. */
const CLEAR_LEAD = 0.1;
const LONGEST_LOOKED_AT = 2_000;

/**
 * The language in which a text seems to be, where that is clearly another one than the interface language it is stored
 * under; "script" where not even the letters fit. Null where it fits, or where nothing can be said: short texts, and
 * languages other than our eight.
 */
export async function otherLanguage(
	text: string,
	stored: string,
): Promise<Locale | "script" | null> {
	if (!isLocale(stored)) return null;
	const sample = text.slice(0, LONGEST_LOOKED_AT);
	const letters = sample.match(/\p{L}/gu) ?? [];
	if (letters.length < FEWEST_LETTERS) return null;
	const script = SCRIPTS[stored] ?? LATIN;
	const own = letters.filter((letter) => script.test(letter)).length / letters.length;
	const seems = await detect(sample, stored);
	if (own < OWN_SHARE) return seems ?? "script";
	return seems;
}

async function detect(sample: string, stored: Locale): Promise<Locale | null> {
	// A megabyte of n-grams, which only reviewers' pages need.
	const { eld } = await import("eld/extrasmall");
	const found = eld.detect(sample);
	const { language } = found;
	if (!isLocale(language) || language === stored || !found.isReliable()) return null;
	const scores = found.getScores();
	const lead = (scores[language] ?? 0) - (scores[stored] ?? 0);
	return lead >= CLEAR_LEAD ? language : null;
}
