import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeDots, targetRadius, type WorldPoint } from "./world-points";
import { placeInWorld, WORLD_HEIGHT, WORLD_WIDTH } from "./world-projection";

const BAKU = { lat: 40.38, lon: 49.89, label: "Baku" };
const SUMGAIT = { lat: 40.59, lon: 49.67, label: "Sumgait" };
const CANBERRA = { lat: -35.28, lon: 149.13, label: "Canberra" };

const anyPoint: fc.Arbitrary<WorldPoint> = fc.record({
	lat: fc.double({ min: -55, max: 83, noNaN: true }),
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	label: fc.string(),
	weight: fc.integer({ min: 1, max: 5000 }),
});

describe("placeInWorld", () => {
	it.each([
		["Nuku'alofa, east of the date line", -21.14, -175.2],
		["Suva, west of it", -18.14, 178.44],
		["Anadyr", 64.73, 177.51],
		["Honolulu", 21.31, -157.86],
		["Longyearbyen", 78.22, 15.65],
		["Ushuaia", -54.8, -68.3],
	])("has room for %s", (_, lat, lon) => {
		const { x, y } = placeInWorld(lat, lon) ?? { x: -1, y: -1 };
		expect(x).toBeGreaterThan(0);
		expect(x).toBeLessThan(WORLD_WIDTH);
		expect(y).toBeGreaterThan(0);
		expect(y).toBeLessThan(WORLD_HEIGHT);
	});

	it("puts east at the right and north at the top", () => {
		const baku = placeInWorld(BAKU.lat, BAKU.lon);
		const canberra = placeInWorld(CANBERRA.lat, CANBERRA.lon);
		expect(baku && canberra && baku.x < canberra.x && baku.y < canberra.y).toBe(true);
	});
});

describe("placeDots", () => {
	it("merges neighbours into one dot under the weightiest, and leaves others apart", () => {
		const dots = placeDots([{ ...SUMGAIT, weight: 2 }, { ...BAKU, weight: 30 }, CANBERRA]);
		expect(dots.map(({ weight }) => weight)).toEqual([1, 32]);
		expect(dots[1]?.points.map(({ label }) => label)).toEqual(["Baku", "Sumgait"]);
	});

	it("draws many as a larger dot, up to a limit", () => {
		const [one, few, many] = [1, 9, 100_000].map(
			(weight) => placeDots([{ ...BAKU, weight }])[0]?.diameter,
		);
		expect(one).toBe(8);
		expect(few).toBeGreaterThan(one ?? 0);
		expect(many).toBe(30);
	});

	it("loses no point and no weight, and gives each dot a target of its own", () => {
		fc.assert(
			fc.property(fc.array(anyPoint, { maxLength: 60 }), (points) => {
				const dots = placeDots(points);
				expect(dots.flatMap((dot) => dot.points)).toHaveLength(points.length);
				expect(sum(dots.map(({ weight }) => weight))).toBe(
					sum(points.map(({ weight }) => weight ?? 1)),
				);
				for (const [index, dot] of dots.entries()) {
					for (const other of dots.slice(index + 1)) {
						const reach = targetRadius(dot, dots) + targetRadius(other, dots);
						const distance = Math.hypot(dot.x - other.x, dot.y - other.y);
						expect(reach).toBeLessThanOrEqual(distance + 1);
					}
				}
			}),
		);
	});
});

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
