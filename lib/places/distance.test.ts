import { describe, expect, it } from "vitest";
import { distanceKm, nearestCity } from "./distance";

const BAKU = { lat: 40.37767, lon: 49.89201 };
const KHOJALY = { lat: 39.91297, lon: 46.79028 };

describe("distanceKm", () => {
	it("measures along the great circle", () => {
		expect(distanceKm(BAKU, KHOJALY)).toBeCloseTo(268, -1);
		expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015, 0);
		expect(distanceKm({ lat: 90, lon: 0 }, { lat: -90, lon: 77 })).toBeCloseTo(20_015, 0);
	});

	it("crosses the date line the short way and is symmetric", () => {
		const west = { lat: 0, lon: 179.5 };
		const east = { lat: 0, lon: -179.5 };
		expect(distanceKm(west, east)).toBeCloseTo(111.2, 1);
		expect(distanceKm(BAKU, KHOJALY)).toBe(distanceKm(KHOJALY, BAKU));
		expect(distanceKm(BAKU, BAKU)).toBe(0);
	});
});

describe("nearestCity", () => {
	it("finds the city at a point", () => {
		const { city, km } = nearestCity(39.92, 46.79);
		expect(city.name).toBe("Khojaly");
		expect(km).toBeLessThan(2);
	});

	it("works across the date line and at the poles", () => {
		expect(nearestCity(-16.5, -179.99).city.country).toBe("FJ");
		expect(nearestCity(90, 0).km).toBeGreaterThan(500);
		expect(nearestCity(-90, 0).km).toBeLessThan(5000);
	});

	it("refuses what is not a point", () => {
		expect(() => nearestCity(91, 0)).toThrow(RangeError);
		expect(() => nearestCity(0, Number.NaN)).toThrow(RangeError);
	});
});
