/** A piece of a text; `isHit` where it is one of the words that were looked for. */
export type Piece = { text: string; isHit: boolean };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters before the first hit that an excerpt keeps. */
const LEAD = 60;

/**
 * A text in pieces, those words marked that begin with one of the spellings.
 * @param spellings folded as by `fold`
 */
export function markHits(
	text: string,
	spellings: readonly string[],
	fold: (word: string) => string,
): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		const folded = fold(word);
		if (!spellings.some((spelling) => folded.startsWith(spelling))) continue;
		if (index > end) pieces.push({ text: text.slice(end, index), isHit: false });
		pieces.push({ text: word, isHit: true });
		end = index + word.length;
	}
	if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
	return pieces;
}

/** The part of a text around its first hit, at most `length` letters, from word to word; null where nothing is hit. */
export function excerptOf(pieces: readonly Piece[], length: number): Piece[] | null {
	const first = pieces.findIndex(({ isHit }) => isHit);
	if (first < 0) return null;
	const before = pieces
		.slice(0, first)
		.map(({ text }) => text)
		.join("");
	const lead = before.length > LEAD ? `…${before.slice(-LEAD).replace(/^\S*\s/, "")}` : before;
	const kept: Piece[] = lead === "" ? [] : [{ text: lead, isHit: false }];
	let room = length - lead.length;
	for (const piece of pieces.slice(first)) {
		if (room <= 0) break;
		const isCut = piece.text.length > room && !piece.isHit;
		kept.push(
			isCut ? { ...piece, text: `${piece.text.slice(0, room).replace(/\s\S*$/, "")}…` } : piece,
		);
		room -= piece.text.length;
	}
	return kept;
}
