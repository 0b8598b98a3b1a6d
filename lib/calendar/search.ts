import { db, Prisma } from "@/lib/db/client";
import { foldName } from "@/lib/places/fold";

/** Which events some words find. */
export type SearchHits = {
	/** How many. */
	count: number;
	finds: (ordinal: number) => boolean;
	/** Found by the words of its titles alone. */
	findsInTitle: (ordinal: number) => boolean;
	/** The words that were looked for where no event has those that were asked for; else null. */
	meant: string[] | null;
};

const MAX_WORDS = 12;
const MAX_REMEMBERED = 64;
/** Languages whose inflected forms PostgreSQL knows (search_stems in the migrations). */
const STEMS = ["english", "german", "french", "spanish", "russian", "turkish", "arabic"];
/** Shorter words are too alike to guess what was meant. */
const MIN_GUESSED = 4;
const MIN_SIMILARITY = 0.4;

/**
 * How the name of Khojaly begins in the languages of our texts, folded: Khojaly, Khodjaly, Khodzhaly, Hojaly, Hocalı,
 * Xocalı, Chodschali, Joyalí, Ходжалы, خوجالي. Short enough for inflected forms, long enough to miss other words
 * ("hocalar" is Turkish for teachers).
 */
const KHOJALY = [
	"khojal",
	"khodjal",
	"khodzhal",
	"khocali",
	"hojal",
	"hodjal",
	"hocali",
	"xocali",
	"xojal",
	"chodschal",
	"joyali",
	"ходжал",
	"خوجال",
];

/** The latest answers of this process, the oldest first; a change of the calendar makes them new. */
const remembered = new Map<string, Promise<SearchHits>>();

/**
 * The public events in which every word of `q` begins a word of title, place, organiser or description, or is another
 * form of one in its language; accents and Azerbaijani letters are folded. The name of Khojaly finds itself in every
 * spelling. Where nothing is found, words that no event has are replaced by those most like them. No word: nothing.
 * @param version of the calendar (lib/calendar/snapshot), for which the answer is remembered.
 */
export function searchEvents(q: string, version: number): Promise<SearchHits> {
	const words = wordsOf(q);
	const key = `${version} ${words.join(" ")}`;
	const known = remembered.get(key);
	if (known) return known;
	const answer = search(words);
	remembered.set(key, answer);
	answer.catch(() => remembered.delete(key));
	const oldest = remembered.keys().next().value;
	if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
	return answer;
}

/** The words of a question, as they are looked for. */
export function wordsOf(q: string): string[] {
	return (
		q
			.normalize("NFC")
			.match(/[\p{L}\p{N}]+/gu)
			?.slice(0, MAX_WORDS) ?? []
	);
}

/** The beginnings, folded, by which a word is found. */
export function spellingsOf(word: string): string[] {
	const folded = foldName(word);
	return isKhojaly(folded) ? [folded, ...KHOJALY] : [folded];
}

async function search(words: readonly string[]): Promise<SearchHits> {
	if (words.length === 0) return hitsOf("", "", null);
	const found = await searchFor(words.map(queryOf), null);
	if (found.count > 0) return found;
	const likely = await guess(words);
	if (likely.every((alternatives) => alternatives === null)) return found;
	const queries = words.map((word, place) => guessedQuery(likely[place] ?? null) ?? queryOf(word));
	return searchFor(
		queries,
		words.map((word, place) => likely[place]?.[0] ?? word),
	);
}

async function searchFor(
	queries: readonly Prisma.Sql[],
	meant: string[] | null,
): Promise<SearchHits> {
	const all = Prisma.join(queries, " && ");
	const [row] = await db.$queryRaw<{ found: string | null; titled: string | null }[]>`
		WITH asked AS MATERIALIZED (SELECT (${all}) AS query)
		SELECT
			(SELECT string_agg("ordinal"::text, ' ') FROM "PublishedSearch" WHERE "words" @@ (SELECT query FROM asked)) AS found,
			(SELECT string_agg("ordinal"::text, ' ') FROM "PublishedSearch" WHERE "title" @@ (SELECT query FROM asked)) AS titled`;
	return hitsOf(row?.found ?? "", row?.titled ?? "", meant);
}

// Folding makes signs out of some letters (ʼ becomes '), so each word is quoted after it: to_tsquery reads it as text.
function queryOf(word: string): Prisma.Sql {
	const beginnings = isKhojaly(foldName(word)) ? [word, ...KHOJALY] : [word];
	const begins = beginnings.map(
		(beginning) =>
			Prisma.sql`to_tsquery('simple', quote_literal(translate(fold_text(${beginning}), chr(92), ' ')) || ':*')`,
	);
	const stems = beginnings.length > 1 ? [] : STEMS.map((language) => stemOf(language, word));
	return Prisma.sql`(${Prisma.join([...begins, ...stems], " || ")})`;
}

function stemOf(language: string, word: string): Prisma.Sql {
	return Prisma.sql`plainto_tsquery(${Prisma.raw(`'${language}'`)}, fold_text(${word}))`;
}

function guessedQuery(words: readonly string[] | null): Prisma.Sql | null {
	if (words === null) return null;
	const parts = words.map(
		(word) => Prisma.sql`to_tsquery('simple', quote_literal(translate(${word}, chr(92), ' ')))`,
	);
	return Prisma.sql`(${Prisma.join(parts, " || ")})`;
}

/** For each word that begins none of ours, the words most like it, the likeliest first; null for a word that does or is too short. */
async function guess(words: readonly string[]): Promise<(string[] | null)[]> {
	const rows = await db.$queryRaw<{ place: number; word: string }[]>`
		SELECT asked.place::int AS place, near.word FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS asked(word, place),
			LATERAL (SELECT s."word" FROM "SearchWord" s WHERE s."word" % fold_text(asked.word)
				AND similarity(s."word", fold_text(asked.word)) >= ${MIN_SIMILARITY}::real
				ORDER BY similarity(s."word", fold_text(asked.word)) DESC, s."word" LIMIT 4) near
		WHERE length(asked.word) >= ${MIN_GUESSED}
			AND NOT EXISTS (SELECT 1 FROM "SearchWord" s WHERE s."word" LIKE fold_text(asked.word) || '%')
		ORDER BY asked.place`;
	return words.map((_, number) => {
		const likely = rows.filter(({ place }) => place === number + 1).map(({ word }) => word);
		return likely.length > 0 ? likely : null;
	});
}

function hitsOf(found: string, titled: string, meant: string[] | null): SearchHits {
	const ordinals = found === "" ? [] : found.split(" ").map(Number);
	// A byte an event: 1 found, 2 found in a title.
	const marks = new Uint8Array(ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0) + 1);
	for (const ordinal of ordinals) marks[ordinal] = 1;
	for (const ordinal of titled === "" ? [] : titled.split(" ").map(Number)) marks[ordinal] = 2;
	return {
		count: ordinals.length,
		finds: (ordinal) => (marks[ordinal] ?? 0) > 0,
		findsInTitle: (ordinal) => marks[ordinal] === 2,
		meant,
	};
}

function isKhojaly(folded: string): boolean {
	return KHOJALY.some((spelling) => folded.startsWith(spelling));
}
