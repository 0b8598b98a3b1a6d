import { describe, expect, it } from "vitest";
import { isZone } from "@/lib/time/zones";
import {
	countryName,
	isCountry,
	isZoneOfCountry,
	listCountries,
	zonesOfCountry,
} from "./countries";
import { COUNTRY_CODES } from "./country-codes";

const LOCALES = ["en", "az", "tr", "ru", "de", "fr", "es", "ar"];

describe("countries", () => {
	it("has each code once", () => {
		expect(COUNTRY_CODES).toHaveLength(250);
		expect(new Set(COUNTRY_CODES).size).toBe(250);
		expect(isCountry("AZ")).toBe(true);
		expect(isCountry("az")).toBe(false);
		expect(isCountry("EU")).toBe(false);
		expect(isCountry("__proto__")).toBe(false);
	});

	it.each(LOCALES)("names every country in %s", (locale) => {
		for (const code of COUNTRY_CODES) expect(countryName(code, locale)).not.toBe(code);
	});

	it("names in the language", () => {
		expect(countryName("DE", "az")).toBe("Almaniya");
		expect(countryName("AZ", "ar")).toBe("أذربيجان");
		expect(countryName("DE", "not a locale")).toBe("Germany");
		expect(countryName("??", "en")).toBe("??");
	});

	it("sorts by the alphabet of the language", () => {
		const names = (locale: string): string[] => listCountries(locale).map(({ name }) => name);
		expect(names("az").indexOf("Əfqanıstan")).toBeGreaterThan(names("az").indexOf("Danimarka"));
		expect(names("az").indexOf("Əfqanıstan")).toBeLessThan(names("az").indexOf("Fransa"));
		expect(names("de").indexOf("Österreich")).toBeLessThan(names("de").indexOf("Portugal"));
		expect(names("en")).toHaveLength(250);
	});
});

describe("zones of a country", () => {
	it("lists valid zones, the most populous first", () => {
		expect(zonesOfCountry("AZ")).toEqual(["Asia/Baku"]);
		expect(zonesOfCountry("US")[0]).toBe("America/New_York");
		expect(zonesOfCountry("RU")[0]).toBe("Europe/Moscow");
		expect(zonesOfCountry("KI")).toContain("Pacific/Kiritimati");
		expect(zonesOfCountry("ZZ")).toEqual([]);
		for (const code of COUNTRY_CODES) {
			for (const zone of zonesOfCountry(code)) expect(isZone(zone)).toBe(true);
		}
	});

	it("has a zone for every inhabited country", () => {
		const without = COUNTRY_CODES.filter((code) => zonesOfCountry(code).length === 0);
		expect(without).toEqual(["BV", "HM"]);
	});

	it("accepts older spellings and refuses other countries' zones", () => {
		expect(isZoneOfCountry("UA", "Europe/Kyiv")).toBe(true);
		expect(isZoneOfCountry("UA", "Europe/Kiev")).toBe(true);
		expect(isZoneOfCountry("NP", "Asia/Katmandu")).toBe(true);
		expect(isZoneOfCountry("AZ", "Europe/Berlin")).toBe(false);
		expect(isZoneOfCountry("AZ", "Asia/baku")).toBe(false);
		expect(isZoneOfCountry("BV", "Europe/Oslo")).toBe(true);
		expect(isZoneOfCountry("ZZ", "Asia/Baku")).toBe(false);
	});
});
