import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside } from "@/lib/calendar/clusters";
import { boxOfView } from "./view-box";

const view = fc
	.record({
		west: fc.double({ min: -400, max: 400, noNaN: true }),
		width: fc.double({ min: 0.01, max: 360, noNaN: true }),
		south: fc.double({ min: -85, max: 84, noNaN: true }),
		height: fc.double({ min: 0.01, max: 100, noNaN: true }),
	})
	.map(({ west, width, south, height }) => ({
		west,
		east: west + width,
		south,
		north: Math.min(85, south + height),
	}));

describe("boxOfView", () => {
	it("covers the view with a box that the server takes", () => {
		fc.assert(
			fc.property(view, fc.integer({ min: 0, max: 17 }), (given, zoom) => {
				const [west = 0, south = 0, east = 0, north = 0] = boxOfView(given, zoom)
					.split(",")
					.map(Number);
				expect(Math.max(Math.abs(west), Math.abs(east))).toBeLessThanOrEqual(180);
				expect(south).toBeLessThan(north);
				for (const lon of [given.west, given.east, (given.west + given.east) / 2]) {
					const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
					const middle = { lat: (given.south + given.north) / 2, lon: wrapped };
					expect(isInside(middle, widened({ west, south, east, north }))).toBe(true);
				}
			}),
		);
	});

	it("asks for the same box when the map has hardly moved", () => {
		const berlin = { west: 5, south: 45, east: 21, north: 58 };
		const moved = { west: 5.4, south: 45.3, east: 21.4, north: 58.2 };
		expect(boxOfView(moved, 4)).toBe(boxOfView(berlin, 4));
	});

	it("asks for the whole world, and across the date line", () => {
		expect(boxOfView({ west: -200, south: -70, east: 170, north: 80 }, 1)).toBe("-180,-90,180,90");
		expect(boxOfView({ west: 170, south: 1, east: 190, north: 20 }, 3)).toBe(
			"157.5,0,-157.5,21.943046",
		);
	});
});

/** Six decimals are a tenth of a metre. */
function widened({ west, south, east, north }: Parameters<typeof isInside>[1]) {
	const bit = 0.000002;
	return { west: west - bit, south: south - bit, east: east + bit, north: north + bit };
}
