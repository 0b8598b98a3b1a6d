/**
 * The parser's time grows with the square of the emphasis marks, brackets and list markers in a
 * text: 20,000 characters of "_*" take five seconds. No honest description comes near these numbers.
 */
const MAX_EMPHASIS_MARKS = 800;
const MAX_BRACKETS = 800;
const MAX_BACKTICKS = 400;
const MAX_LINES = 2000;
const MAX_CONTAINERS = 600;
/** Quotations and lists inside each other, on one line. */
const MAX_NESTING = 12;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const CONTAINER = />|[-+*]|\d{1,9}[.)]/g;

/** Whether Markdown has more marks than an honest text, so that parsing it could be slow. */
export function hasExcessiveMarks(source: string): boolean {
	if (count(source, /[*_]/g) > MAX_EMPHASIS_MARKS) return true;
	if (count(source, /[[\]]/g) > MAX_BRACKETS) return true;
	if (count(source, /[`~]/g) > MAX_BACKTICKS) return true;
	const lines = source.split(/\r\n?|\n/);
	if (lines.length > MAX_LINES) return true;
	let containers = 0;
	for (const line of lines) {
		const markers = count(CONTAINERS.exec(line)?.[0] ?? "", CONTAINER);
		if (markers > MAX_NESTING) return true;
		containers += markers;
	}
	return containers > MAX_CONTAINERS;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
