import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "@/lib/places/fold";
import { excerptOf, markHits } from "./highlight";

function marked(text: string, ...spellings: string[]): string {
	return markHits(text, spellings, foldName)
		.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
		.join("");
}

describe("hits in a text", () => {
	it.each([
		["Xocalının xatirəsinə", ["xocali"], "[Xocalının] xatirəsinə"],
		["Xatirə gecəsi", ["xatire", "gece"], "[Xatirə] [gecəsi]"],
		["İstanbul’da anma", ["istanbul"], "[İstanbul]’da anma"],
		["معرض صور في برلين", ["برلين"], "معرض صور في [برلين]"],
		["<b>Berlin</b>", ["berlin"], "<b>[Berlin]</b>"],
		["nothing here", ["berlin"], "nothing here"],
		["", ["a"], ""],
	])("%s", (text, spellings, expected) => expect(marked(text, ...spellings)).toBe(expected));

	it("never lose or add a letter", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, word) => {
				const pieces = markHits(text, [foldName(word)], foldName);
				expect(pieces.map((piece) => piece.text).join("")).toBe(text);
			}),
		);
	});
});

describe("an excerpt", () => {
	const text = `${"before ".repeat(40)}Berlin ${"after ".repeat(60)}`;

	it("lies around the first hit, from word to word", () => {
		const pieces = excerptOf(markHits(text, ["berlin"], foldName), 120) ?? [];
		const shown = pieces.map((piece) => piece.text).join("");
		expect(shown).toMatch(/^…before (before )+Berlin (after )*after…$/);
		expect(shown.length).toBeLessThan(130);
	});

	it("is none without a hit", () => {
		expect(excerptOf(markHits(text, ["paris"], foldName), 120)).toBeNull();
	});
});
