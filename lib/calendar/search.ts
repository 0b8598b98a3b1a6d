import { LRUCache } from "lru-cache";
import { db, Prisma } from "@/lib/db/client";
import { foldName } from "@/lib/places/fold";
import type { WordHits } from "./known-words";
import type { Snapshot } from "./snapshot";
import { hitsOfWord, spellingsOf } from "./word-hits";

/** Which events some words find. */
export type SearchHits = {
	/** How many. */
	count: number;
	finds: (ordinal: number) => boolean;
	/** Found by the words of its titles alone. */
	findsInTitle: (ordinal: number) => boolean;
	/** The words that were looked for where no event has those that were asked for; else null. */
	meant: string[] | null;
	/** How the words begin, folded by foldName, that are to be marked in the texts of those events. */
	marks: string[];
};

const MAX_WORDS = 12;
/** Shorter words are too alike to guess what was meant. */
const MIN_GUESSED = 4;
const MIN_SIMILARITY = 0.4;
/** So many of the likeliest words are asked whether a listed event has them. */
const MAX_LIKELY = 16;
/** Shorter stems begin too many other words to be marked. */
const MIN_MARKED_STEM = 4;

/** Vowel signs and the stroke that stretches a word: Arabic is read the same without them. `fold_text` drops them too. */
const ARABIC_SIGNS = /[\u0640\u064B-\u065F\u0670]/gu;

/** What was meant by words that find nothing, the latest answers; a change of the calendar makes them new. */
const guesses = new LRUCache<string, Promise<(string | null)[]>>({ max: 64 });

/**
 * The listed events in which every word of `q` begins a word of title, place, organiser or description, or is another
 * form of one in its language; accents and Azerbaijani letters are folded. The name of Khojaly finds itself in every
 * spelling. Where nothing is found, words that no listed event has are replaced by those of one that are most like them.
 * No word: nothing. What a word found is remembered; later only what was changed since is asked.
 */
export async function searchEvents(q: string, snapshot: Snapshot): Promise<SearchHits> {
	const words = wordsOf(q);
	if (words.length === 0) return { ...foundBy([], snapshot), meant: null, marks: [] };
	const found = await searchFor(words, { snapshot, meant: null });
	if (found.count > 0) return found;
	const likely = await likelyWords(words, snapshot);
	if (likely.every((word) => word === null)) return found;
	const meant = words.map((word, place) => likely[place] ?? word);
	const guessed = await searchFor(meant, { snapshot, meant });
	return guessed.count > 0 ? guessed : found;
}

/** Part of the events. A word of more of them takes PostgreSQL so long that its first asker would wait. */
const COMMON = 0.02;
const MOST_COMMON = 150;

/** Asks the commonest words of titles before anybody does. */
export async function learnCommonWords(snapshot: Snapshot): Promise<void> {
	const least = Math.max(50, Math.round(snapshot.rows.length * COMMON));
	const common = await db.$queryRaw<{ word: string }[]>`
		SELECT word FROM ts_stat('SELECT "title" FROM "PublishedSearch"')
		WHERE ndoc >= ${least} AND length(word) > 1 ORDER BY ndoc DESC, word LIMIT ${MOST_COMMON}`;
	for (const { word } of common) for (const one of wordsOf(word)) await hitsOfWord(one, snapshot);
}

/**
 * The words of a question, as they are looked for: letters with the marks that belong to them, as in Hindi, without the
 * vowel signs of Arabic. Thai and others that write no spaces have a sentence as one word, found by its beginning alone.
 */
export function wordsOf(q: string): string[] {
	return (
		q
			.normalize("NFC")
			.replace(ARABIC_SIGNS, "")
			.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
			?.slice(0, MAX_WORDS) ?? []
	);
}

async function searchFor(
	words: readonly string[],
	{ snapshot, meant }: { snapshot: Snapshot; meant: string[] | null },
): Promise<SearchHits> {
	const each = await Promise.all(words.map((word) => hitsOfWord(word, snapshot)));
	const hits = foundBy(each, snapshot);
	const stems = each.flatMap((word) => word.stems);
	return { ...hits, meant, marks: hits.count > 0 ? marksOf(words, stems) : [] };
}

/** What all of the words found. */
function foundBy(
	words: readonly WordHits[],
	{ columns }: Snapshot,
): Omit<SearchHits, "meant" | "marks"> {
	const { ordinals } = columns;
	const [first, ...others] = words.map(({ kinds }) => kinds);
	const kinds = first && others.length > 0 ? first.slice() : (first ?? new Uint8Array());
	for (const other of others) {
		for (let ordinal = 0; ordinal < kinds.length; ordinal += 1)
			kinds[ordinal] = Math.min(kinds[ordinal] ?? 0, other[ordinal] ?? 0);
	}
	let count = 0;
	for (let place = 0; place < ordinals.length; place += 1)
		if ((kinds[ordinals[place] ?? 0] ?? 0) > 0) count += 1;
	return {
		count,
		finds: (ordinal) => (kinds[ordinal] ?? 0) > 0,
		findsInTitle: (ordinal) => kinds[ordinal] === 2,
	};
}

function marksOf(words: readonly string[], stems: readonly string[]): string[] {
	// English stems end in i where the word ends in y: "ceremoni".
	const beginnings = stems.map((stem) => foldName(stem).replace(/(?<=.{4})i$/u, ""));
	return [
		...words.flatMap(spellingsOf).map(foldName).filter(Boolean),
		...beginnings.filter((beginning) => beginning.length >= MIN_MARKED_STEM),
	];
}

function likelyWords(words: readonly string[], snapshot: Snapshot): Promise<(string | null)[]> {
	const key = `${snapshot.version} ${words.join(" ")}`;
	const known = guesses.get(key);
	if (known) return known;
	const answer = guess(words, snapshot);
	guesses.set(key, answer);
	answer.catch(() => guesses.delete(key));
	return answer;
}

/** For each word that no listed event has, the likest that one has; null for a word that one has, or that is too short. */
async function guess(words: readonly string[], snapshot: Snapshot): Promise<(string | null)[]> {
	const hits = await Promise.all(words.map((word) => hitsOfWord(word, snapshot)));
	const asked = words.flatMap((word, place) =>
		hits[place] && foundBy([hits[place]], snapshot).count > 0
			? []
			: Prisma.sql`(${place}::int, fold_text(${word}))`,
	);
	if (asked.length === 0) return words.map(() => null);
	// SearchWord has words of unlisted and withdrawn events too: none of them may be told.
	const rows = await db.$queryRaw<{ place: number; word: string }[]>`
		SELECT asked.place, near.word FROM (VALUES ${Prisma.join(asked)}) AS asked(place, word),
			LATERAL (SELECT likely."word" FROM (
					SELECT s."word", similarity(s."word", asked.word) AS likeness FROM "SearchWord" s
					WHERE s."word" % asked.word AND similarity(s."word", asked.word) >= ${MIN_SIMILARITY}::real
					ORDER BY likeness DESC, s."word" LIMIT ${MAX_LIKELY}) likely
				WHERE EXISTS (SELECT 1 FROM "PublishedSearch" p JOIN "PublishedEvent" e ON e."id" = p."eventId"
					WHERE e."visibility" = 'public' AND p."words" @@
						to_tsquery('simple', quote_literal(translate(likely."word", chr(92), ' '))))
				ORDER BY likely.likeness DESC, likely."word" LIMIT 1) near
		WHERE length(asked.word) >= ${MIN_GUESSED}`;
	return words.map((_, number) => rows.find(({ place }) => place === number)?.word ?? null);
}
