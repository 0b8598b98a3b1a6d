/** Of the words of the shorter title so many must stand in the other. */
const SHARED = 0.8;

/** True for titles that probably name one event: the same words but for case, accents, signs and order, or nearly all. */
export function isAlike(one: string, other: string): boolean {
	const [a, b] = [wordsOf(one), wordsOf(other)];
	const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
	if (shorter.size === 0) return false;
	const shared = [...shorter].filter((word) => longer.has(word)).length;
	// One common word, "Vigil", says nothing of a title of five.
	return shared >= shorter.size * SHARED && shared >= longer.size / 2;
}

function wordsOf(title: string): Set<string> {
	const folded = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ıİ]/g, "i");
	return new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? []);
}
