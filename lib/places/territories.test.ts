import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countriesOf, countryCodeByEnglishName, coversCountry } from "./territories";

describe("territories", () => {
	const territories = [{ countries: ["NZ", "AU"] }, { countries: ["AU", "FJ"] }];

	it("unites their countries", () => {
		expect(countriesOf(territories)).toEqual(["AU", "FJ", "NZ"]);
		expect(countriesOf([])).toEqual([]);
	});

	it("knows what it covers", () => {
		expect(coversCountry(territories, "FJ")).toBe(true);
		expect(coversCountry(territories, "AZ")).toBe(false);
	});
});

describe("countryCodeByEnglishName", () => {
	it("knows every country that a mission covers", () => {
		const missions = JSON.parse(readFileSync("prisma/seed/data/missions.json", "utf8")) as {
			also_covers: string[];
		}[];
		const names = [...new Set(missions.flatMap((mission) => mission.also_covers))];
		expect(names.length).toBeGreaterThan(30);
		expect(names.filter((name) => countryCodeByEnglishName(name) === null)).toEqual([]);
	});

	it.each([
		["Trinidad and Tobago", "TT"],
		["Turkey", "TR"],
		["Türkiye", "TR"],
		["Vatican City", "VA"],
		["Bosnia and Herzegovina", "BA"],
		["United States", "US"],
		["Côte d’Ivoire", "CI"],
		["Czech Republic", "CZ"],
		["SOUTH KOREA", "KR"],
		["Saint Lucia", "LC"],
		["Myanmar", "MM"],
	])("reads %s", (name, code) => expect(countryCodeByEnglishName(name)).toBe(code));

	it.each(["", "Atlantis", "constructor"])("does not know %j", (name) => {
		expect(countryCodeByEnglishName(name)).toBeNull();
	});
});
