import { describe, expect, it } from "vitest";
import { findCities, getCity } from "@/lib/places/gazetteer";
import { loadGazetteer } from "@/lib/places/gazetteer-file";
import { listNamesakes } from "@/lib/places/namesakes";
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

	it.each(["en", "ar"])(
		"finds each of several cities of one name in one country by its words in %s",
		(locale) => {
			const { ids } = loadGazetteer().columns;
			const wrong: string[] = [];
			let count = 0;
			for (const id of ids) {
				const city = getCity(id);
				if (!city || listNamesakes(city, locale).length === 0) continue;
				count += 1;
				if (readNear(nearLabel(String(id), locale)) !== String(id)) {
					wrong.push(nearLabel(String(id), locale));
				}
			}
			expect(count).toBeGreaterThan(1_000);
			expect(wrong).toEqual([]);
		},
	);

	it("tells cities of one name apart by their region, and names no region where there is one", () => {
		expect(nearLabel("4250542", "en")).toBe("Springfield, Illinois, United States");
		expect(nearLabel("2950159", "en")).toBe("Berlin, Germany");
		expect(readNear("Springfield, United States")).toBe("4409896");
	});

	it("keeps a point, finds a name alone, and says of nonsense that it is nowhere", () => {
		expect(readNear("52.52,13.4")).toBe("52.52,13.4");
		expect(readNear("Берлин")).toBe("2950159");
		expect(readNear("Berlin, Atlantis")).toBeNull();
		expect(readNear("qqqqqqq")).toBeNull();
	});
});
