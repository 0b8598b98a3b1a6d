import { db } from "@/lib/db/client";
import { foldName } from "@/lib/places/fold";

/** More hits than this are not listed one by one; the words were too general. */
const MAX_HITS = 20_000;

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

/**
 * Ids of the public events in which every word of `q` begins some word of title, place, organiser or description,
 * accents and Azerbaijani letters folded. The name of Khojaly finds itself in every spelling. No word at all: none.
 */
export async function searchIds(q: string): Promise<string[]> {
	const words =
		q
			.normalize("NFC")
			.match(/[\p{L}\p{N}]+/gu)
			?.slice(0, 12) ?? [];
	if (words.length === 0) return [];
	const spellings = words.flatMap((word, place) =>
		spellingsOf(word).map((spelling) => ({ spelling, place })),
	);
	// Folding makes signs out of some letters (ʼ becomes '), so each word is quoted after it: to_tsquery reads it as text.
	const rows = await db.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT t."eventId" AS id FROM "PublishedEventText" t
		WHERE t."searchVector" @@ (
			SELECT to_tsquery('simple', string_agg(word, ' & ')) FROM (
				SELECT '(' || string_agg(quote_literal(translate(fold_text(w), chr(92), ' ')) || ':*', ' | ') || ')' AS word
				FROM unnest(${spellings.map(({ spelling }) => spelling)}::text[], ${spellings.map(({ place }) => place)}::int[])
					AS given(w, place)
				GROUP BY place) words)
		LIMIT ${MAX_HITS}`;
	return rows.map((row) => row.id);
}

function spellingsOf(word: string): string[] {
	const folded = foldName(word);
	return KHOJALY.some((spelling) => folded.startsWith(spelling)) ? [word, ...KHOJALY] : [word];
}
