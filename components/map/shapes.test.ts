import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unpackShapes } from "./shapes";

describe("unpackShapes", () => {
	it("adds the steps up to places", () => {
		const square = [1000, 500, 100, 0, 0, -100, -100, 0, 0, 100];
		expect(unpackShapes({ land: [[square]], borders: [[0, 0, -50, 25]] }).features).toMatchObject([
			{
				properties: { kind: "land" },
				geometry: {
					coordinates: [
						[
							[
								[10, 5],
								[11, 5],
								[11, 4],
								[10, 4],
								[10, 5],
							],
						],
					],
				},
			},
			{
				properties: { kind: "border" },
				geometry: {
					coordinates: [
						[
							[0, 0],
							[-0.5, 0.25],
						],
					],
				},
			},
		]);
	});
});

describe.each([
	["110m", 25_000],
	["50m", 150_000],
])("the committed shapes of 1:%s", (scale, mostBytes) => {
	const text = readFileSync(`components/map/world-${scale}.json`, "utf8");
	const points = unpackShapes(JSON.parse(text)).features.flatMap(({ geometry }) =>
		geometry.type === "MultiPolygon" ? geometry.coordinates.flat(2) : [],
	);

	it("are light", () => {
		expect(gzipSync(text).length).toBeLessThan(mostBytes);
	});

	it("stay on the plane, cut at the date line", () => {
		const lons = points.map(([lon = 0]) => lon);
		expect([Math.min(...lons), Math.max(...lons)]).toEqual([-180, 180]);
	});
});
