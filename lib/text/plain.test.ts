import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	cleanLine,
	cleanText,
	hasBidiControl,
	hasInvisible,
	hasMixedScripts,
	skeleton,
	truncate,
} from "./plain";

describe("cleanLine", () => {
	it.each([
		["  Embassy \t of\r\n  Azerbaijan ", "Embassy of Azerbaijan"],
		["a\u0000b\u001bc\u007fd\ufeff", "abcd"],
		["a\u2028b\u00a0c", "a b c"],
		["e\u0301", "\u00e9"],
		["a\ud800b", "ab"],
		["a \u0007 b", "a b"],
		["Səfirlik 🕯", "Səfirlik 🕯"],
	])("%j becomes %j", (typed, stored) => {
		expect(cleanLine(typed)).toBe(stored);
	});

	it("changes nothing the second time, and leaves no line end or control", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (typed) => {
				const once = cleanLine(typed);
				expect(cleanLine(once)).toBe(once);
				expect(once).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
			}),
		);
	});
});

it("cleanText keeps lines and paragraphs", () => {
	expect(cleanText("\r\na\u0000  \r\nb\rc\n\n\n\n\nd\n")).toBe("a\nb\nc\n\n\nd");
	expect(cleanText("- a\n\t- b")).toBe("- a\n    - b");
});

it("hasBidiControl sees overrides, isolates and marks", () => {
	expect(hasBidiControl("Embassy \u202e of")).toBe(true);
	expect(hasBidiControl("\u2066x\u2069")).toBe(true);
	expect(hasBidiControl("سفارة أذربيجان")).toBe(false);
});

it("hasInvisible sees what prints nothing", () => {
	for (const character of ["\u200b", "\u200d", "\u00ad", "\u2060", "\u3164", "\u2800"]) {
		expect(hasInvisible(`Emb${character}assy`)).toBe(true);
	}
	expect(hasInvisible("Embassy of Azerbaijan")).toBe(false);
});

it("hasMixedScripts sees a word of two alphabets, not a name of two words", () => {
	expect(hasMixedScripts("Emb\u0430ssy")).toBe(true);
	expect(hasMixedScripts("Εmbassy")).toBe(true);
	expect(hasMixedScripts("Посольство Azerbaijan")).toBe(false);
	expect(hasMixedScripts("Səfirlik")).toBe(false);
});

describe("skeleton", () => {
	const genuine = "Embassy of Azerbaijan in Rome";
	it.each([
		["Cyrillic о", "Embassy \u043ef Azerbaijan in R\u043eme"],
		["Cyrillic capitals", "\u0415mbassy of \u0410zerbaijan in Rome"],
		["Greek capitals", "\u0395mbassy of \u0391zerbaijan in Rome"],
		["zero for o", "Embassy 0f Azerbaijan in R0me"],
		["zero-width joiner", "Emb\u200dassy of Azer\u200cbaijan in Rome"],
		["soft hyphen", "Emb\u00adassy of Azerbaijan in Rome"],
		["override", "\u202eEmbassy of Azerbaijan in Rome\u202c"],
		["full width", "\uff25\uff4d\uff42assy of Azerbaijan in Rome"],
		["mathematical bold", "𝐄𝐦𝐛𝐚𝐬𝐬𝐲 of Azerbaijan in Rome"],
		["accents", "Émbàssy of Azerbaijan in Rome"],
		["dotless i", "Embassy of Azerbaıjan ın Rome"],
		["capital İ", "EMBASSY OF AZERBAİJAN İN ROME"],
		["l for i", "Embassy of Azerbaljan ln Rome"],
		["rn for m", "Ernbassy of Azerbaijan in Rorne"],
		["spaces and points", "Embassy  of. Azerbaijan, in Rome"],
	])("takes %s for the genuine name", (_what, fake) => {
		expect(fake).not.toBe(genuine);
		expect(skeleton(fake)).toBe(skeleton(genuine));
	});

	it("keeps different names apart", () => {
		const names = [
			genuine,
			"Embassy of Azerbaijan in Berlin",
			"Посольство Азербайджана в Москве",
			"Посольство Азербайджана в Минске",
			"سفارة أذربيجان في الرياض",
			"سفارة أذربيجان في القاهرة",
			"Azərbaycan Evi",
		];
		expect(new Set(names.map(skeleton)).size).toBe(names.length);
		expect(names.map(skeleton)).not.toContain("");
	});

	it("is the same for every case of a name", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zа-яəğışöüç ]{1,30}$/), (name) => {
				expect(skeleton(name.toUpperCase())).toBe(skeleton(name));
			}),
		);
	});
});

it("truncate cuts between words and never inside a character", () => {
	expect(truncate("short", 10)).toBe("short");
	expect(truncate("a ceremony at the embassy", 16)).toBe("a ceremony at…");
	expect([...truncate("🕯".repeat(20), 5)]).toHaveLength(5);
});
