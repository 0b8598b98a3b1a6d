import { db } from "@/lib/db/client";

/** More hits than this are not listed one by one; the words were too general. */
const MAX_HITS = 20_000;

/**
 * Ids of the public events in which every word of `q` begins some word of title, place, organiser or description,
 * accents and Azerbaijani letters folded. No word at all: none.
 */
export async function searchIds(q: string): Promise<string[]> {
	const words =
		q
			.normalize("NFC")
			.match(/[\p{L}\p{N}]+/gu)
			?.slice(0, 12) ?? [];
	if (words.length === 0) return [];
	// Folding makes signs out of some letters (ʼ becomes '), so each word is quoted after it: to_tsquery reads it as text.
	const rows = await db.$queryRaw<{ id: string }[]>`
		SELECT DISTINCT t."eventId" AS id FROM "PublishedEventText" t
		WHERE t."searchVector" @@ (
			SELECT to_tsquery('simple', string_agg(quote_literal(translate(fold_text(w), chr(92), ' ')) || ':*', ' & '))
			FROM unnest(${words}::text[]) w)
		LIMIT ${MAX_HITS}`;
	return rows.map((row) => row.id);
}
