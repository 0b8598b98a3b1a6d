import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findCities, getCity } from "./gazetteer";
import { loadGazetteer } from "./gazetteer-file";
import { nameLocale, parseSupplement } from "./supplement";

const rows = parseSupplement(readFileSync("lib/places/supplement.tsv", "utf8"));

describe("supplement", () => {
	it("is what the shipped gazetteer was built from", () => {
		expect(rows.length).toBeGreaterThan(400);
		for (const row of rows) {
			expect(getCity(row.id)).toMatchObject({ country: row.country, names: row.names });
		}
	});

	it("has each place once", () => {
		expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
	});

	it("is found by every name in every language", () => {
		const lost = rows.flatMap((row) =>
			[...Object.values(row.names), ...row.also].filter(
				(name) => !findCities(name, { country: row.country }).some(({ id }) => id === row.id),
			),
		);
		expect(lost).toEqual([]);
	});

	it("refuses a malformed line", () => {
		expect(() => parseSupplement("Baku\tAZ\tBaku")).toThrow(/cannot read/);
		expect(() => parseSupplement("587084\tAZ\t")).toThrow(/cannot read/);
	});

	it("falls back to English for a language it does not have", () => {
		expect(nameLocale("tr")).toBe("tr");
		expect(nameLocale("tlh")).toBe("en");
	});
});

describe("every city", () => {
	it("is found by its own name in its country", () => {
		const { ids } = loadGazetteer().columns;
		const sample = ids.filter((_, at) => at % 40 === 0).map((id) => getCity(id));
		expect(sample.length).toBeGreaterThan(600);
		const lost = sample.filter(
			(city) =>
				city !== null &&
				!findCities(city.name, { country: city.country, limit: 50 }).some(
					({ id }) => id === city.id,
				),
		);
		expect(lost.map((city) => city?.name)).toEqual([]);
	});
});
