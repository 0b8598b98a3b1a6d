import { db, Prisma } from "@/lib/db/client";
import { foldName } from "@/lib/places/fold";
import type { WordHits } from "./known-words";
import type { Snapshot } from "./snapshot";

/** Languages whose inflected forms PostgreSQL knows (search_stems in the migrations). */
const STEMS = ["english", "german", "french", "spanish", "russian", "turkish", "arabic"];

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

/** What a word of a question finds, asked of PostgreSQL at most once: later only what was changed since. */
export function hitsOfWord(word: string, snapshot: Snapshot): Promise<WordHits> {
	const { words } = snapshot;
	const folded = foldName(word);
	// All spellings of Khojaly are one word.
	const key = isKhojaly(folded) ? "khojaly" : folded;
	const known = words.get(key);
	const answer = known
		? known.then((hits) =>
				hits.version < snapshot.version ? followed(word, hits, snapshot) : hits,
			)
		: askWord(word, snapshot);
	words.set(key, answer);
	answer.catch(() => words.delete(key));
	return answer;
}

async function askWord(word: string, { version, columns }: Snapshot): Promise<WordHits> {
	const query = queryOf(word);
	const [row] = await db.$queryRaw<
		{ found: string | null; titled: string | null; stems: string[] | null }[]
	>`
		WITH asked AS MATERIALIZED (SELECT ${query} AS query)
		SELECT (${ORDINALS} WHERE "words" @@ (SELECT query FROM asked)) AS found,
			(${ORDINALS} WHERE "title" @@ (SELECT query FROM asked)) AS titled, (${stemsOf(word)}) AS stems`;
	const kinds = new Uint8Array(columns.ordinals.reduce((a, b) => Math.max(a, b), 0) + 1);
	const found = listed(row?.found).map((ordinal) => ({ ordinal, kind: 1 }));
	const titled = listed(row?.titled).map((ordinal) => ({ ordinal, kind: 2 }));
	return { version, kinds: written(kinds, [...found, ...titled]), stems: row?.stems ?? [] };
}

const ORDINALS = Prisma.sql`SELECT string_agg("ordinal"::text, ' ') FROM "PublishedSearch"`;

function listed(numbers: string | null | undefined): number[] {
	return numbers ? numbers.split(" ").map(Number) : [];
}

/** Asks what was changed since the word was asked. Rows of events that are gone stay: no snapshot has them. */
async function followed(
	word: string,
	{ version, kinds, stems }: WordHits,
	snapshot: Snapshot,
): Promise<WordHits> {
	const changed = await db.$queryRaw<{ ordinal: number; kind: number }[]>`
		WITH asked AS MATERIALIZED (SELECT ${queryOf(word)} AS query)
		SELECT s."ordinal", CASE WHEN s."title" @@ asked.query THEN 2 WHEN s."words" @@ asked.query THEN 1 ELSE 0 END AS kind
		FROM "PublishedSearch" s, asked
		WHERE s."eventId" IN (SELECT "eventId" FROM "PublishedChange" WHERE "number" > ${version})`;
	return { version: snapshot.version, kinds: written(kinds, changed), stems };
}

/** A new list, because readers may still hold the old one. */
function written(
	kinds: Uint8Array,
	hits: readonly { ordinal: number; kind: number }[],
): Uint8Array {
	const length = hits.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), kinds.length);
	const next = new Uint8Array(length);
	next.set(kinds);
	for (const { ordinal, kind } of hits) next[ordinal] = kind;
	return next;
}

/** A word as PostgreSQL looks for it: `words @@ …`. */
export function queryOf(word: string): Prisma.Sql {
	// Folding makes signs out of some letters (ʼ becomes '), so each is quoted after it: to_tsquery reads it as text.
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

function stemsOf(word: string): Prisma.Sql {
	return Prisma.sql`SELECT array_agg(DISTINCT stem) FROM
		unnest(${isKhojaly(foldName(word)) ? [] : [word]}::text[]) word, unnest(${STEMS}::text[]) language,
		unnest(ts_lexize((language || '_stem')::regdictionary, fold_text(word))) stem`;
}

/** The beginnings by which a word is found. */
export function spellingsOf(word: string): readonly string[] {
	return isKhojaly(foldName(word)) ? KHOJALY : [word];
}

function isKhojaly(folded: string): boolean {
	return KHOJALY.some((spelling) => folded.startsWith(spelling));
}
