import { expect, it } from "vitest";
import { type CityOption, regionOf } from "./city-search";

function city(id: number, label: string, country: string, admin1: string): CityOption {
	return { id, label, admin1, country, countryName: country, timezone: "Europe/Berlin" };
}

const MAIN = city(1, "Frankfurt", "DE", "Hesse");
const ODER = city(2, "Frankfurt", "DE", "Brandenburg");
const INDIANA = city(3, "Frankfurt", "US", "Indiana");
const MUNICH = city(4, "Münhen", "DE", "Bavaria");

it("names the region only where a city of the country has the same name", () => {
	const cities = [MAIN, ODER, INDIANA, MUNICH];
	expect(cities.map((each) => regionOf(each, cities))).toEqual([
		"Hesse",
		"Brandenburg",
		null,
		null,
	]);
	expect(regionOf(MAIN, [MAIN, INDIANA])).toBeNull();
});
