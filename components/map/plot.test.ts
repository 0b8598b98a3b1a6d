import { describe, expect, it } from "vitest";
import { distanceKm } from "@/lib/places/distance";
import { drawGround, placeOnPlot, plotAround } from "./plot";

const SIZE = { width: 360, height: 240 };
const BERLIN = { lat: 52.52, lon: 13.4 };
const BAKU = { lat: 40.37, lon: 49.84 };
const SUVA = { lat: -18.14, lon: 178.44 };

function numbersOf(path: string): number[] {
	return path
		.split(/[MLZ ]+/)
		.filter(Boolean)
		.map(Number);
}

describe("a plot of the ground around a place", () => {
	it("is true to scale, north up and east at the right", () => {
		const plot = plotAround(BERLIN, { km: 100, ...SIZE });
		expect(placeOnPlot(plot, BERLIN)).toEqual({ x: 180, y: 120 });
		const potsdam = { lat: 52.4, lon: 13.06 };
		const { x, y } = placeOnPlot(plot, potsdam);
		expect(x).toBeLessThan(180);
		expect(y).toBeGreaterThan(120);
		const units = Math.hypot(x - 180, y - 120);
		expect(units / plot.unitsPerKm).toBeCloseTo(distanceKm(BERLIN, potsdam), 0);
	});

	it("draws land and borders, cut at its edges", () => {
		const { land, borders } = drawGround(plotAround(BERLIN, { km: 300, ...SIZE }));
		for (const path of [land, borders]) expect(path).not.toBe("");
		const numbers = numbersOf(land);
		expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-4);
		expect(Math.max(...numbers)).toBeLessThanOrEqual(364);
	});

	it("leaves the sea empty", () => {
		const atlantic = { lat: 30, lon: -45 };
		expect(drawGround(plotAround(atlantic, { km: 300, ...SIZE }))).toEqual({
			land: "",
			borders: "",
		});
	});

	it("tells the shore at Baku from the sea east of it", () => {
		const plot = plotAround(BAKU, { km: 200, ...SIZE });
		const { land } = drawGround(plot);
		const sea = placeOnPlot(plot, { lat: 40.4, lon: 51.2 });
		const inland = placeOnPlot(plot, { lat: 40.4, lon: 48.8 });
		expect(isInside(land, inland)).toBe(true);
		expect(isInside(land, sea)).toBe(false);
	});

	it("goes on beyond the date line", () => {
		const plot = plotAround(SUVA, { km: 300, ...SIZE });
		const taveuni = placeOnPlot(plot, { lat: -16.85, lon: -179.97 });
		expect(taveuni.x).toBeGreaterThan(180);
		expect(taveuni.x).toBeLessThan(360);
		expect(drawGround(plot).land.match(/M/g)?.length).toBeGreaterThan(2);
	});
});

/** Whether a ray to the right crosses the outlines an odd number of times. */
function isInside(path: string, { x, y }: { x: number; y: number }): boolean {
	const rings = path.split("Z").filter(Boolean);
	return rings
		.map((ring) => {
			const points = ring
				.slice(1)
				.split("L")
				.map((pair) => pair.split(" ").map(Number));
			return points.filter(([x1 = 0, y1 = 0], index) => {
				const [x2 = 0, y2 = 0] = points.at(index - 1) ?? [];
				return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
			}).length;
		})
		.reduce((inside, crossings) => (crossings % 2 === 1 ? !inside : inside), false);
}
