import { describe, expect, it } from "vitest";
import { loadGazetteer } from "./gazetteer-file";
import { buildNameIndex, openNameIndex, rangeOfPrefix } from "./name-index";
import { rankCities } from "./search";
import { spellingVariants } from "./typos";

const MAX_SCANNED = 16_000;

describe("cost of a search", () => {
	it("reads a bounded part of the index for every first letter", () => {
		const { exact } = loadGazetteer();
		const letters = new Set(exact.keys.split("\n").map((key) => [...key][0] ?? ""));
		letters.delete("");
		expect(letters.size).toBeGreaterThan(80);
		for (const letter of letters) {
			const { cities, scanned } = rankCities(letter, { limit: 8 });
			expect(cities.length).toBeGreaterThan(0);
			expect(scanned).toBeLessThan(MAX_SCANNED);
			expect(scanned).toBeLessThan(exact.postings.length / 10);
		}
	});

	it("stays bounded for words that exist nowhere", () => {
		for (const word of ["zzzzzzzzzzzzzzzzzzzz", "qwxz vqx", "ъъъъъ", "a b c d e f g h", "xx, yy"]) {
			expect(rankCities(word, { limit: 8 }).scanned).toBeLessThan(MAX_SCANNED);
		}
	});

	it("tries a number of spellings that is linear in the length", () => {
		for (const word of ["bakı", "екатеринбург", "القاهرة", "東京都庁"]) {
			expect(spellingVariants(word).size).toBeLessThanOrEqual(70 * word.length + 35);
		}
		expect(spellingVariants("baku")).toContain("bkau");
		expect(spellingVariants("baku")).not.toContain("baku");
	});
});

describe("index", () => {
	const built = buildNameIndex(
		new Map([
			["york", new Map([[2, 1]])],
			["new york", new Map([[2, 0]])],
			[
				"new",
				new Map([
					[7, 0],
					[1, 2],
				]),
			],
			["нью-йорк", new Map([[2, 0]])],
		]),
	);
	const index = openNameIndex(
		built.keys,
		Uint32Array.from(built.counts),
		Uint32Array.from(built.postings),
	);

	it.each([
		["new", 0, 2],
		["new ", 1, 2],
		["y", 2, 3],
		["нью", 3, 4],
	])("finds the keys that begin with %j", (prefix, from, to) => {
		expect(rangeOfPrefix(index, prefix)).toEqual({ from, to });
	});

	it.each(["a", "newer", "new york c", "z", "яя"])("finds none for %j", (prefix) => {
		const { from, to } = rangeOfPrefix(index, prefix);
		expect(from).toBe(to);
	});
});
