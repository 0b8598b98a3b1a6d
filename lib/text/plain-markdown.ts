/** Any sign that could mean something to Markdown where it stands, and a few that only might. */
const MARKS = /[\\`*_[\]<&\t\r\0\ufeff]|~~~|^(?:[ #>=]|[-+](?:[\s-]|$)|\d{1,9}[.)](?:\s|$))| $/m;

/**
 * The paragraphs of a source that is Markdown without a mark, or null when it may have one. Most descriptions are plain,
 * and parsing takes a millisecond each: too long for a feed of ten thousand.
 */
export function plainParagraphs(source: string): string[] | null {
	if (MARKS.test(source)) return null;
	return source.split(/\n{2,}/).flatMap((paragraph) => paragraph.replace(/^\n|\n$/g, "") || []);
}
