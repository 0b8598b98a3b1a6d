import { describe, expect, it } from "vitest";
import { findCities } from "@/lib/places/gazetteer";
import { LOCALES } from "@/lib/text/languages";
import { nearLabel, readNear } from "./near-label";

const CITIES = [
	"Berlin",
	"Ankara",
	"Washington",
	"London",
	"Tbilisi",
	"New York",
	"São Paulo",
	"Doha",
	"Paris",
];

describe("readNear", () => {
	it.each(LOCALES)(
		"finds the city again by the words that the form shows for it in %s",
		(locale) => {
			for (const name of CITIES) {
				const id = String(findCities(name, { limit: 1 })[0]?.id);
				expect([name, readNear(nearLabel(id, locale))]).toEqual([name, id]);
			}
		},
	);

	it("keeps a point, finds a name alone, and says of nonsense that it is nowhere", () => {
		expect(readNear("52.52,13.4")).toBe("52.52,13.4");
		expect(readNear("Берлин")).toBe("2950159");
		expect(readNear("Berlin, Atlantis")).toBeNull();
		expect(readNear("qqqqqqq")).toBeNull();
	});
});
