import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/errors";
import { type PlaceInput, placeSchema, resolvePlace } from "./schema";

const BYHAND = { cityName: "Lidice", country: "CZ", timezone: "Europe/Prague" };

function refusal(input: PlaceInput): unknown {
	try {
		return resolvePlace(input);
	} catch (error) {
		if (error instanceof DomainError) return [error.code, error.fields];
		throw error;
	}
}

describe("resolvePlace", () => {
	it("takes country, zone and point from the gazetteer", () => {
		expect(resolvePlace({ cityGeonameId: 146970 })).toEqual({
			cityGeonameId: 146970,
			cityName: "Khankendi",
			country: "AZ",
			timezone: "Asia/Baku",
			lat: 39.8177,
			lon: 46.7528,
		});
	});

	it("takes a place by hand", () => {
		expect(resolvePlace(BYHAND)).toEqual({ ...BYHAND, cityGeonameId: null, lat: null, lon: null });
		expect(resolvePlace({ ...BYHAND, lat: 50.14, lon: 14.19 })).toMatchObject({ lat: 50.14 });
	});

	it("keeps present zone names", () => {
		const place = { cityName: "Bucha", country: "UA", timezone: "Europe/Kiev" };
		expect(resolvePlace(place).timezone).toBe("Europe/Kyiv");
	});

	it.each([
		[{ cityGeonameId: 1 }, { cityGeonameId: "places.unknownCity" }],
		[{ ...BYHAND, country: "ZZ" }, { country: "places.unknownCountry" }],
		[{ ...BYHAND, country: "cz" }, { country: "places.unknownCountry" }],
		[{ ...BYHAND, timezone: "Europe/Atlantis" }, { timezone: "places.unknownZone" }],
		[{ ...BYHAND, timezone: "+01:00" }, { timezone: "places.unknownZone" }],
		[{ ...BYHAND, timezone: "Asia/Baku" }, { timezone: "places.zoneNotInCountry" }],
		[{ ...BYHAND, lat: 50 }, { lon: "places.incompletePoint" }],
	])("refuses %j", (input, fields) => expect(refusal(input)).toEqual(["invalid", fields]));
});

describe("placeSchema", () => {
	it.each([
		{},
		{ cityGeonameId: "146970" },
		{ cityGeonameId: { not: 0 } },
		{ cityGeonameId: 146970, country: "DE" },
		{ ...BYHAND, cityName: "   " },
		{ ...BYHAND, cityName: "x".repeat(121) },
		{ ...BYHAND, lat: 91, lon: 0 },
		{ ...BYHAND, extra: true },
	])("refuses %j", (input) => expect(placeSchema.safeParse(input).success).toBe(false));

	it("accepts both shapes", () => {
		expect(placeSchema.parse({ cityGeonameId: 146970 })).toEqual({ cityGeonameId: 146970 });
		expect(placeSchema.parse({ ...BYHAND, cityName: " Lidice " })).toEqual(BYHAND);
	});
});
