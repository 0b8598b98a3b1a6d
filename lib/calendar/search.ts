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
	/** How the words begin, folded by foldName, that are to be marked in the texts of those events. */
	marks: string[];
};

const MAX_WORDS = 12;
const MAX_REMEMBERED = 64;
/** Languages whose inflected forms PostgreSQL knows (search_stems in the migrations). */
const STEMS = ["english", "german", "french", "spanish", "russian", "turkish", "arabic"];
/** Shorter words are too alike to guess what was meant. */
const MIN_GUESSED = 4;
const MIN_SIMILARITY = 0.4;
/** So many of the likeliest words are asked whether a listed event has them. */
const MAX_LIKELY = 16;
/** Shorter stems begin too many other words to be marked. */
const MIN_MARKED_STEM = 4;

/** Vowel signs and the stroke that stretches a word: Arabic is read the same without them. `fold_text` drops them too. */
const ARABIC_SIGNS = /[\u0640\u064B-\u065F\u0670]/gu;

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
 * The listed events in which every word of `q` begins a word of title, place, organiser or description, or is another
 * form of one in its language; accents and Azerbaijani letters are folded. The name of Khojaly finds itself in every
 * spelling. Where nothing is found, words that no listed event has are replaced by those of one that are most like them.
 * No word: nothing.
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

async function search(words: readonly string[]): Promise<SearchHits> {
	if (words.length === 0) return { ...hitsOf("", ""), meant: null, marks: [] };
	const found = await searchFor(words, null);
	if (found.count > 0) return found;
	const likely = await guess(words);
	if (likely.every((word) => word === null)) return found;
	const meant = words.map((word, place) => likely[place] ?? word);
	const guessed = await searchFor(meant, meant);
	return guessed.count > 0 ? guessed : found;
}

async function searchFor(words: readonly string[], meant: string[] | null): Promise<SearchHits> {
	const all = Prisma.join(words.map(queryOf), " && ");
	// Unlisted events are few: a list of them costs nothing, a join with all the others would double the time.
	const listed = Prisma.sql`SELECT string_agg("ordinal"::text, ' ') FROM "PublishedSearch" WHERE "eventId" NOT IN
		(SELECT "id" FROM "PublishedEvent" WHERE "visibility" <> 'public')`;
	const [row] = await db.$queryRaw<
		{ found: string | null; titled: string | null; stems: string[] | null }[]
	>`
		WITH asked AS MATERIALIZED (SELECT (${all}) AS query)
		SELECT
			(${listed} AND "words" @@ (SELECT query FROM asked)) AS found,
			(${listed} AND "title" @@ (SELECT query FROM asked)) AS titled,
			(${stemsOf(words)}) AS stems`;
	const hits = hitsOf(row?.found ?? "", row?.titled ?? "");
	return { ...hits, meant, marks: hits.count > 0 ? marksOf(words, row?.stems ?? []) : [] };
}

// Folding makes signs out of some letters (ʼ becomes '), so each word is quoted after it: to_tsquery reads it as text.
function queryOf(word: string): Prisma.Sql {
	const beginnings = spellingsOf(word);
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

function stemsOf(words: readonly string[]): Prisma.Sql {
	return Prisma.sql`SELECT array_agg(DISTINCT stem) FROM
		unnest(${words.filter((word) => spellingsOf(word).length === 1)}::text[]) word, unnest(${STEMS}::text[]) language,
		unnest(ts_lexize((language || '_stem')::regdictionary, fold_text(word))) stem`;
}

function marksOf(words: readonly string[], stems: readonly string[]): string[] {
	// English stems end in i where the word ends in y: "ceremoni".
	const beginnings = stems.map((stem) => foldName(stem).replace(/(?<=.{4})i$/u, ""));
	return [
		...words.flatMap(spellingsOf).map(foldName).filter(Boolean),
		...beginnings.filter((beginning) => beginning.length >= MIN_MARKED_STEM),
	];
}

/** For each word that no listed event has, the likest that one has; null for a word that one has, or that is too short. */
async function guess(words: readonly string[]): Promise<(string | null)[]> {
	const asked = words.map(
		(word, place) => Prisma.sql`(${place}::int, fold_text(${word}), ${queryOf(word)})`,
	);
	// SearchWord has words of unlisted and withdrawn events too: none of them may be told.
	const rows = await db.$queryRaw<{ place: number; word: string }[]>`
		SELECT asked.place, near.word FROM (VALUES ${Prisma.join(asked)}) AS asked(place, word, query),
			LATERAL (SELECT likely."word" FROM (
					SELECT s."word", similarity(s."word", asked.word) AS likeness FROM "SearchWord" s
					WHERE s."word" % asked.word AND similarity(s."word", asked.word) >= ${MIN_SIMILARITY}::real
					ORDER BY likeness DESC, s."word" LIMIT ${MAX_LIKELY}) likely
				WHERE ${isListed(Prisma.sql`to_tsquery('simple', quote_literal(translate(likely."word", chr(92), ' ')))`)}
				ORDER BY likely.likeness DESC, likely."word" LIMIT 1) near
		WHERE length(asked.word) >= ${MIN_GUESSED} AND NOT ${isListed(Prisma.sql`asked.query`)}`;
	return words.map((_, number) => rows.find(({ place }) => place === number)?.word ?? null);
}

function isListed(query: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`EXISTS (SELECT 1 FROM "PublishedSearch" p JOIN "PublishedEvent" e ON e."id" = p."eventId"
		WHERE e."visibility" = 'public' AND p."words" @@ ${query})`;
}

function hitsOf(found: string, titled: string): Omit<SearchHits, "meant" | "marks"> {
	const ordinals = found === "" ? [] : found.split(" ").map(Number);
	// A byte an event: 1 found, 2 found in a title.
	const kinds = new Uint8Array(ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0) + 1);
	for (const ordinal of ordinals) kinds[ordinal] = 1;
	for (const ordinal of titled === "" ? [] : titled.split(" ").map(Number)) kinds[ordinal] = 2;
	return {
		count: ordinals.length,
		finds: (ordinal) => (kinds[ordinal] ?? 0) > 0,
		findsInTitle: (ordinal) => kinds[ordinal] === 2,
	};
}

/** The beginnings by which a word is found. */
function spellingsOf(word: string): string[] {
	return isKhojaly(foldName(word)) ? [word, ...KHOJALY] : [word];
}

function isKhojaly(folded: string): boolean {
	return KHOJALY.some((spelling) => folded.startsWith(spelling));
}
