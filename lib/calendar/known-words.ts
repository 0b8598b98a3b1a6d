import { LRUCache } from "lru-cache";

/** What one word has found. */
export type WordHits = {
	/** Of the calendar, when it was asked; what was changed later is asked again. */
	version: number;
	/** By the ordinals of events, listed or not: 0 not found, 1 found, 2 found in a title. */
	kinds: Uint8Array;
	/** Its stems in all languages whose inflected forms PostgreSQL knows. */
	stems: readonly string[];
};

/** The words that were asked last, under the names by which lib/calendar/search finds them again. */
export type KnownWords = LRUCache<string, Promise<WordHits>>;

/** A word takes a byte for each event. */
const MOST_WORDS = 400;
/** Less than lib/jobs/cleaning keeps the changes: a word that nobody asks for so long cannot be followed any more. */
const FOLLOWED_MS = 6 * 86_400_000;

/** For a calendar that was read anew. */
export function noWords(): KnownWords {
	return new LRUCache({ max: MOST_WORDS, ttl: FOLLOWED_MS });
}
