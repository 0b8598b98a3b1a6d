import { describe, expect, it } from "vitest";
import { mapLinks } from "./map-links";

const VIENNA = 2_761_369;

function place(changes: Partial<Parameters<typeof mapLinks>[0]> = {}) {
	return {
		lat: 48.20849,
		lon: 16.37208,
		isPinExact: false,
		address: "Herrengasse 13 & 15",
		venueName: "Palais Niederösterreich",
		cityGeonameId: VIENNA,
		cityName: "Vyana",
		country: "AT",
		...changes,
	};
}

describe("mapLinks", () => {
	it("leads to an exact pin by its position", () => {
		expect(mapLinks(place({ isPinExact: true }))).toEqual({
			map: "https://www.openstreetmap.org/?mlat=48.20849&mlon=16.37208#map=17/48.20849/16.37208",
			app: "geo:48.20849,16.37208?z=17",
			position: { lat: 48.20849, lon: 16.37208 },
			isCity: false,
		});
	});

	it.each([
		[{}, "Herrengasse 13 & 15, Vienna, Austria", false],
		[{ address: null }, "Palais Niederösterreich, Vienna, Austria", false],
		[{ address: null, venueName: null }, "Vienna, Austria", true],
		[
			{ cityGeonameId: null, cityName: "Wien-Simmering" },
			"Herrengasse 13 & 15, Wien-Simmering, Austria",
			false,
		],
		[{ isPinExact: true, lat: null }, "Herrengasse 13 & 15, Vienna, Austria", false],
	])("asks maps for the words otherwise: %j", (changes, asked, isCity) => {
		const links = mapLinks(place(changes));
		expect(new URL(links?.map ?? "").searchParams.get("query")).toBe(asked);
		expect(links?.app).toBe(`geo:0,0?q=${encodeURIComponent(asked)}`);
		expect(links).toMatchObject({ position: null, isCity });
	});

	it("shows nothing where no place is known", () => {
		const nowhere = { address: null, venueName: null, cityGeonameId: null, cityName: null };
		expect(mapLinks(place(nowhere))).toBeNull();
	});
});
