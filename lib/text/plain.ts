import { toLatinShape } from "./confusables";

/** One line fit to store: NFC, control characters gone, white space collapsed, trimmed. */
export function cleanLine(s: string): string {
	return dropUnstorable(s.replace(/\s+/gu, " ")).replace(/ +/g, " ").trim();
}

/** Text of several lines fit to store: as `cleanLine`, but line ends and indents stay. */
export function cleanText(s: string): string {
	const lines = s.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").split("\n");
	const cleaned = lines.map((line) => dropUnstorable(line.replace(/\t/g, "    ")).trimEnd());
	return cleaned
		.join("\n")
		.replace(/\n{4,}/g, "\n\n\n")
		.replace(/^\n+/, "")
		.trimEnd();
}

/** Whether text holds characters that reorder what follows (U+202E and its like, Unicode Bidi_Control). */
export function hasBidiControl(s: string): boolean {
	return /\p{Bidi_Control}/u.test(s);
}

/** Whether text holds characters that print nothing: zero-width joiners, soft hyphens, fillers. */
export function hasInvisible(s: string): boolean {
	return /[\p{Default_Ignorable_Code_Point}\u2800]/u.test(s);
}

/** Whether one word mixes letters of alphabets that look alike (Latin, Cyrillic, Greek, Armenian). */
export function hasMixedScripts(s: string): boolean {
	const scripts = [
		/\p{Script=Latin}/u,
		/\p{Script=Cyrillic}/u,
		/\p{Script=Greek}/u,
		/\p{Script=Armenian}/u,
	];
	return s
		.split(/[^\p{L}\p{M}\p{Default_Ignorable_Code_Point}]+/u)
		.some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/**
 * The look-alike skeleton of a name, for comparison only, never for display: two names with equal
 * skeletons may be taken for each other. Case, accents, spaces, punctuation and invisible
 * characters are ignored; look-alike letters and digits become one. After UTS #39 §4, wider on purpose.
 */
export function skeleton(s: string): string {
	const folded = s
		.normalize("NFKD")
		.replace(/[\p{Default_Ignorable_Code_Point}\u2800\p{M}]/gu, "")
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "");
	return [...folded]
		.map(toLatinShape)
		.join("")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.replace(/rn/g, "m")
		.replace(/vv/g, "w");
}

/** At most `max` characters, cut between words where possible, with "…" when something was cut. */
export function truncate(s: string, max: number): string {
	const characters = [...s];
	if (characters.length <= max) return s;
	const head = characters.slice(0, max - 1).join("");
	const lastSpace = head.lastIndexOf(" ");
	return `${(lastSpace > head.length / 2 ? head.slice(0, lastSpace) : head).trimEnd()}…`;
}

/** Control characters, lone surrogates and noncharacters: PostgreSQL, XML or iCalendar refuses them. */
function dropUnstorable(s: string): string {
	return s.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu, "").normalize("NFC");
}
