/** What a key is: of an alternate name, or from inside a name ("york" of "New York"); 0 is a whole main name. The lower, the better. */
export const ALTERNATE_NAME = 1;
export const INSIDE_NAME = 2;

/**
 * Folded names in UTF-16 order with the cities they lead to. `keys` is one text, a key a line;
 * `starts[i]` is where key i begins in it (and one more, past the end); the postings of key i are
 * `postings[firstPosting[i]] … postings[firstPosting[i + 1] - 1]`, each city number × 4 + flags.
 */
export type NameIndex = {
	keys: string;
	starts: Uint32Array;
	firstPosting: Uint32Array;
	postings: Uint32Array;
};

export type KeyRange = { from: number; to: number };

/** Sorts entries into the arrays of a `NameIndex`; of a city's flags for one key the lowest stays. */
export function buildNameIndex(entries: ReadonlyMap<string, ReadonlyMap<number, number>>) {
	const keys = [...entries.keys()].sort();
	const counts: number[] = [];
	const postings: number[] = [];
	for (const key of keys) {
		const cities = [...(entries.get(key) ?? [])].sort(([left], [right]) => left - right);
		counts.push(cities.length);
		for (const [city, flags] of cities) postings.push(city * 4 + flags);
	}
	return { keys: keys.map((key) => `${key}\n`).join(""), counts, postings };
}

/** Restores the arrays that need not be stored: where each key and its postings begin. */
export function openNameIndex(keys: string, counts: Uint32Array, postings: Uint32Array): NameIndex {
	const starts = new Uint32Array(counts.length + 1);
	const firstPosting = new Uint32Array(counts.length + 1);
	for (let i = 0; i < counts.length; i++) {
		starts[i + 1] = keys.indexOf("\n", starts[i]) + 1;
		firstPosting[i + 1] = (firstPosting[i] ?? 0) + (counts[i] ?? 0);
	}
	return { keys, starts, firstPosting, postings };
}

/** The keys that begin with `prefix`, by two binary searches; empty when `from === to`. */
export function rangeOfPrefix(index: NameIndex, prefix: string): KeyRange {
	const from = firstKey(index, 0, (key) => comparePrefix(index, key, prefix) >= 0);
	if (from === keyCount(index) || comparePrefix(index, from, prefix) > 0) return { from, to: from };
	return { from, to: firstKey(index, from, (key) => comparePrefix(index, key, prefix) > 0) };
}

/** How many postings a scan of the range reads: the cost of a query. */
export function postingCount(index: NameIndex, range: KeyRange): number {
	return (index.firstPosting[range.to] ?? 0) - (index.firstPosting[range.from] ?? 0);
}

/** Calls back with each city of the range, its flags and whether the whole key is the prefix. */
export function scanRange(
	index: NameIndex,
	range: KeyRange,
	prefix: string,
	visit: (city: number, flags: number, isWhole: boolean) => void,
): void {
	const wholeKey = keyLength(index, range.from) === prefix.length ? range.from : -1;
	for (let key = range.from; key < range.to; key++) {
		const end = index.firstPosting[key + 1] ?? 0;
		for (let at = index.firstPosting[key] ?? 0; at < end; at++) {
			const posting = index.postings[at] ?? 0;
			visit(posting >>> 2, posting & 3, key === wholeKey);
		}
	}
}

function keyCount(index: NameIndex): number {
	return index.starts.length - 1;
}

function keyLength(index: NameIndex, key: number): number {
	return (index.starts[key + 1] ?? 0) - (index.starts[key] ?? 0) - 1;
}

/** The first key from `low` on for which `isPast` holds, which it must do for all later ones too. */
function firstKey(index: NameIndex, low: number, isPast: (key: number) => boolean): number {
	let high = keyCount(index);
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isPast(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Negative, zero or positive as the key sorts before, begins with, or sorts after the prefix. */
function comparePrefix(index: NameIndex, key: number, prefix: string): number {
	const start = index.starts[key] ?? 0;
	const length = keyLength(index, key);
	for (let i = 0; i < prefix.length; i++) {
		if (i === length) return -1;
		const difference = index.keys.charCodeAt(start + i) - prefix.charCodeAt(i);
		if (difference !== 0) return difference;
	}
	return 0;
}
