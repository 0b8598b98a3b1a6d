import { describe, expect, it } from "vitest";
import { getCity } from "@/lib/places/gazetteer";
import { cityPath, countryPath, organiserPath, readCitySegment, seasonPath } from "./paths";

it("countries, organisers and seasons have short lower-case paths", () => {
	expect(countryPath("DE")).toBe("/countries/de");
	expect(organiserPath("embassy-of-azerbaijan-in-germany")).toBe(
		"/organisers/embassy-of-azerbaijan-in-germany",
	);
	expect(seasonPath(2020)).toBe("/archive/2020");
	expect(seasonPath(null)).toBe("/archive/undated");
});

describe("a city's path", () => {
	it.each([
		[2_950_159, "/countries/de/berlin-2950159"],
		[745_044, "/countries/tr/istanbul-745044"],
		[6_324_733, "/countries/ca/st-john-s-6324733"],
	])("of %i is %s", (id, path) => {
		const city = getCity(id);
		expect(city && cityPath(city)).toBe(path);
	});

	it.each([
		["berlin-2950159", 2_950_159],
		["berlino-2950159", 2_950_159],
		["2950159", 2_950_159],
		["sector-3-683506", 683_506],
		["berlin", null],
		["berlin-0", null],
		["berlin-99999999999", null],
		["../2950159", null],
		["Berlin-2950159", null],
		["", null],
	])("%j names the city %j", (segment, id) => {
		expect(readCitySegment(segment)).toBe(id);
	});
});
