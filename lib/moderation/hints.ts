import { otherLanguage } from "@/lib/text/guess-language";
import type { Locale } from "@/lib/text/languages";
import { type LinkMark, linkHost, linksIn, marksOf, readableHost } from "@/lib/text/links";
import { markdownToText } from "@/lib/text/markdown";
import { personalDataIn } from "@/lib/text/personal-data";
import { hasBidiControl, hasInvisible, hasMixedScripts } from "@/lib/text/plain";
import { type Blocklist, blockedHost, blockedWordsIn } from "./find-blocked";
import type { Place, Said } from "./said";

/** A piece of a text with a few words around it. */
export type Excerpt = { before: string; found: string; after: string };

/** Something for a reviewer to look at; it decides nothing. */
export type Hint =
	| { kind: "link"; host: string; marks: (LinkMark | "blocked")[]; places: Place[] }
	| { kind: "language"; place: Place; seems: Locale | "script" }
	| { kind: "phone" | "email" | "number" | "blocked" | "disguised"; place: Place; excerpt: Excerpt }
	| { kind: "capitals"; place: Place };

const AROUND = 30;
/** Of one kind no more are shown: a reviewer sees by then what it is about. */
const MOST_OF_A_KIND = 12;
const CAPITALS = { fewestLetters: 20, share: 0.6 };
const IN_LANGUAGE: ReadonlySet<string> = new Set(["title", "description", "profileText"]);

/**
 * What a machine notices in a submission, in the order in which it is looked at: blocked words, links, private data,
 * disguised letters, languages, capitals.
 * @param known hosts that an impostor would imitate
 */
export async function hintsOf(
	said: readonly Said[],
	{ blocklist, known }: { blocklist: Blocklist; known: readonly string[] },
): Promise<Hint[]> {
	const languages = await languageHints(said);
	const hints = [
		...said.flatMap((each) => blockedHints(each, blocklist)),
		...linkHints(said, { blocklist, known }),
		...said.flatMap(personalHints),
		...said.flatMap(disguisedHints),
		...languages,
		...said.flatMap(capitalHints),
	];
	const seen = new Map<Hint["kind"], number>();
	return hints.filter(({ kind }) => {
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		return (seen.get(kind) ?? 0) <= MOST_OF_A_KIND;
	});
}

function blockedHints({ text, ...place }: Said, blocklist: Blocklist): Hint[] {
	return blockedWordsIn(text, blocklist).map((range) => ({
		kind: "blocked",
		place,
		excerpt: excerptOf(text, range),
	}));
}

function linkHints(
	said: readonly Said[],
	{ blocklist, known }: { blocklist: Blocklist; known: readonly string[] },
): Hint[] {
	const places = new Map<string, Place[]>();
	for (const { text, ...place } of said) {
		for (const { address } of linksIn(text)) {
			const host = linkHost(address) || address;
			const before = places.get(host) ?? [];
			const isNew = !before.some(
				({ field, locale }) => field === place.field && locale === place.locale,
			);
			places.set(host, isNew ? [...before, place] : before);
		}
	}
	const hints = [...places].map(([host, at]) => ({
		kind: "link" as const,
		host: readableHost(host),
		marks: [
			...(blockedHost(host, blocklist) === null ? [] : ["blocked" as const]),
			...marksOf(host, known),
		],
		places: at,
	}));
	return hints.sort((a, b) => b.marks.length - a.marks.length);
}

function personalHints({ text, ...place }: Said): Hint[] {
	// Addresses of pages are full of numbers.
	const shown = linksIn(text).reduce(
		(rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
		text,
	);
	return personalDataIn(shown).map(({ kind, ...range }) => ({
		kind,
		place,
		excerpt: excerptOf(text, range),
	}));
}

/** Letters of two alphabets in one word, signs that print nothing, or that turn the direction. */
function disguisedHints({ text, ...place }: Said): Hint[] {
	return [...text.matchAll(/[^\s]{1,200}/gu)]
		.filter(({ 0: word }) => hasMixedScripts(word) || hasBidiControl(word) || hidesSigns(word))
		.map(({ 0: word, index }) => ({
			kind: "disguised",
			place,
			excerpt: excerptOf(text, { start: index, end: index + word.length }),
		}));
}

/** Arabic script and emoji need joiners; between Latin or Cyrillic letters they only hide something. */
function hidesSigns(word: string): boolean {
	return hasInvisible(word) && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word);
}

async function languageHints(said: readonly Said[]): Promise<Hint[]> {
	const hints: Hint[] = [];
	for (const { text, field, locale } of said) {
		if (locale === null || !IN_LANGUAGE.has(field)) continue;
		const plain = field === "description" ? markdownToText(text) : text;
		const seems = await otherLanguage(plain, locale);
		if (seems !== null) hints.push({ kind: "language", place: { field, locale }, seems });
	}
	return hints;
}

function capitalHints({ text, ...place }: Said): Hint[] {
	if (!IN_LANGUAGE.has(place.field)) return [];
	const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
	const letters = upper + (text.match(/\p{Ll}/gu)?.length ?? 0);
	const isLoud = letters >= CAPITALS.fewestLetters && upper / letters > CAPITALS.share;
	return isLoud ? [{ kind: "capitals", place }] : [];
}

function excerptOf(text: string, { start, end }: { start: number; end: number }): Excerpt {
	const [from, to] = [Math.max(0, start - AROUND), end + AROUND];
	return {
		before: `${from > 0 ? "…" : ""}${text.slice(from, start)}`,
		found: text.slice(start, end),
		after: `${text.slice(end, to)}${to < text.length ? "…" : ""}`,
	};
}
