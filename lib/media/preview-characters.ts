import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "lib/media/preview-fonts/characters.json";

/** Letters, figures and the marks on them, but not the marks that make pictures of signs. */
const NEEDED = /(?![\ufe00-\ufe0f])[\p{L}\p{N}\p{M}]/u;

let characters: ReadonlySet<number> | null = null;

/**
 * The text without signs that the fonts lack (arrows, pictures); null when they lack a letter or figure of it, for
 * then it could not be read.
 */
export function drawable(text: string): string | null {
	const known = loadCharacters();
	const kept: string[] = [];
	for (const character of text.normalize("NFC")) {
		if (known.has(character.codePointAt(0) ?? 0) || isJoiner(character)) kept.push(character);
		else if (NEEDED.test(character)) return null;
	}
	return kept.join("").replace(/\s+/g, " ").trim();
}

/** Draws nothing, but Persian words are written otherwise without it. */
function isJoiner(character: string): boolean {
	return character === "\u200c" || character === "\u200d";
}

function loadCharacters(): ReadonlySet<number> {
	if (characters) return characters;
	const ranges: [number, number][] = JSON.parse(readFileSync(join(process.cwd(), FILE), "utf8"));
	characters = new Set(
		ranges.flatMap(([first, last]) =>
			Array.from({ length: last - first + 1 }, (_, index) => first + index),
		),
	);
	return characters;
}
