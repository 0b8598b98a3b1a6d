import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { geoContains } from "d3-geo";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { codeOf, countriesOf, readAtlas, type Scale } from "./atlas";
import { pathOfRing, simplifyRing } from "./rings";
import { worldFiles } from "./world-files";

const SCALES: Scale[] = ["110m", "50m"];

describe("the atlas", () => {
	it.each([
		["Khojaly", 39.91, 46.79, "AZ"],
		["Khankendi", 39.82, 46.75, "AZ"],
		["Shusha", 39.76, 46.75, "AZ"],
		["Nakhchivan", 39.21, 45.41, "AZ"],
		["Simferopol", 44.95, 34.1, "UA"],
		["Kyrenia", 35.3, 33.2, "CY"],
		["Hargeisa", 9.56, 44.07, "SO"],
		["Sukhumi", 43, 41.02, "GE"],
		["Pristina", 42.67, 21.17, "XK"],
	])("has %s where the United Nations see it", (_, lat, lon, code) => {
		for (const scale of SCALES) expect(countriesAt(scale, lat, lon)).toEqual([code]);
	});

	it("leaves the Caspian Sea and the ocean to nobody", () => {
		for (const scale of SCALES) {
			expect(countriesAt(scale, 41.5, 50.5)).toEqual([]);
			expect(countriesAt(scale, 30, -40)).toEqual([]);
		}
	});
});

describe("what is drawn of the world", () => {
	it.each(Object.keys(worldFiles))(
		"is what is committed: %s",
		(path) => {
			const isSame = worldFiles[path]?.() === readFileSync(path, "utf8");
			expect(isSame, "run `npm run world`").toBe(true);
		},
		120_000,
	);

	it("has a light picture of the land", () => {
		const land = readFileSync("components/calendar/world-land.svg");
		expect(gzipSync(land).length).toBeLessThan(12_000);
	});
});

describe("simplifyRing", () => {
	it("keeps corners, drops what lies between and what is too small", () => {
		const square = [
			[0, 0],
			[5.2, 0.1],
			[10, 0],
			[10, 10],
			[0, 10],
			[0, 0],
		] as const;
		expect(simplifyRing(square, 2)).toEqual([
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10],
			[0, 0],
		]);
		expect(simplifyRing(square, 1000)).toBeNull();
	});
});

it("writes a ring in relative steps", () => {
	const ring = [
		[3, 4],
		[13, 4],
		[3, -6],
		[3, 4],
	] as const;
	expect(pathOfRing(ring)).toBe("M3 4l10 0-10-10z");
});

const atlases = new Map(SCALES.map((scale) => [scale, readAtlas(scale)]));

function countriesAt(scale: Scale, lat: number, lon: number): (string | null)[] {
	const atlas = atlases.get(scale);
	if (!atlas) return [];
	return countriesOf(atlas)
		.filter((country) => geoContains(feature(atlas, country), [lon, lat]))
		.map(codeOf);
}
