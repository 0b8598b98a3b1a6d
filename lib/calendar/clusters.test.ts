import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, clusterRows, isInside, mercatorY } from "./clusters";

type Row = { lat: number; lon: number; name: string };

const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };
const at = (name: string, lat: number, lon: number): Row => ({ name, lat, lon });
const BERLIN = at("Berlin", 52.52, 13.41);
const POTSDAM = at("Potsdam", 52.4, 13.07);
const SUVA = at("Suva", -18.14, 178.44);
const NUKUALOFA = at("Nuku'alofa", -21.14, -175.2);

/** Finer than the bounds are, as pins are. */
const degrees = (most: number) =>
	fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((millionths) => millionths / 1e6);
const anyRow = fc.record({ name: fc.constant("x"), lat: degrees(90), lon: degrees(180) });
/** As real ones are: many in few cities. */
const crowd = fc
	.tuple(fc.array(anyRow, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 }))
	.map(([cities, count]) =>
		Array.from({ length: count }, (_, index) => cities[(index * index) % cities.length] as Row),
	);
const rows = fc.oneof(fc.array(anyRow, { maxLength: 400 }), crowd);
const box: fc.Arbitrary<Box> = fc
	.tuple(degrees(180), degrees(180), degrees(90), degrees(90))
	.map(([west, east, a, b]) => ({ west, east, south: Math.min(a, b), north: Math.max(a, b) }));
const zoom = fc.integer({ min: 0, max: 22 });

describe("clusterRows", () => {
	it("holds each event of the box exactly once, in at most 100 clusters", () => {
		fc.assert(
			fc.property(rows, box, zoom, (all, within, level) => {
				const clusters = clusterRows(all, { box: within, zoom: level });
				const members = clusters.flatMap((cluster) => cluster.members);
				expect(members).toHaveLength(all.filter((row) => isInside(row, within)).length);
				expect(clusters.length).toBeLessThanOrEqual(100);
				for (const row of new Set(members)) expect(all).toContain(row);
			}),
		);
	});

	it("does little for a box that holds far too much for its zoom", () => {
		const count = 20_000;
		// Twice to see whether it lies in the box, four times to gather and place it, and some looks in vain.
		const most = 12 * count;
		let reads = 0;
		const pins = Array.from({ length: count }, (_, index) => ({
			get lat() {
				reads += 1;
				if (reads > most) throw new Error("reads the pins again and again");
				return ((index * 7919) % 140_003) / 1000 - 70;
			},
			lon: (index / count) * 359 - 179.5,
		}));
		const clusters = clusterRows(pins, { box: WORLD, zoom: 22 });
		expect(clusters.length).toBeLessThanOrEqual(100);
		expect(clusters.length).toBeGreaterThan(10);
		expect(clusters.flatMap(({ members }) => members)).toHaveLength(count);
		expect(reads).toBeLessThan(most);
	});

	it("gives the same for the same, each cluster under a key of its own", () => {
		fc.assert(
			fc.property(rows, box, zoom, (all, within, level) => {
				const clusters = clusterRows(all, { box: within, zoom: level });
				expect(clusterRows(all, { box: within, zoom: level })).toEqual(clusters);
				expect(new Set(clusters.map(({ key }) => key)).size).toBe(clusters.length);
			}),
		);
	});

	it("puts the mark and the bounds where the members are", () => {
		fc.assert(
			fc.property(rows, box, zoom, (all, within, level) => {
				for (const { lat, lon, bounds, members } of clusterRows(all, {
					box: within,
					zoom: level,
				})) {
					for (const row of members) expect(isInside(row, bounds)).toBe(true);
					expect(isInside({ lat, lon }, bounds)).toBe(true);
				}
			}),
		);
	});

	it("gathers what is near and parts it when the map comes nearer", () => {
		const near = (level: number) => clusterRows([BERLIN, POTSDAM], { box: WORLD, zoom: level });
		expect(near(2)).toHaveLength(1);
		expect(near(2)[0]?.bounds).toEqual({ west: 13.07, south: 52.4, east: 13.41, north: 52.52 });
		expect(near(9)).toHaveLength(2);
	});

	it("never parts events of one place", () => {
		expect(clusterRows([BERLIN, { ...BERLIN }], { box: WORLD, zoom: 22 })).toHaveLength(1);
	});

	it("gathers across the date line in a box that crosses it", () => {
		const pacific = { west: 170, south: -30, east: -170, north: 0 };
		const [cluster, ...others] = clusterRows([SUVA, NUKUALOFA, BERLIN], { box: pacific, zoom: 1 });
		expect(others).toEqual([]);
		expect(cluster?.members).toEqual([SUVA, NUKUALOFA]);
		expect(cluster?.bounds).toMatchObject({ west: 178.44, east: -175.2 });
		expect(cluster?.lon).toBeCloseTo(-178.38, 2);
	});

	it("has a place for both poles", () => {
		const poles = [at("north", 90, 0), at("south", -90, 0)];
		expect(clusterRows(poles, { box: WORLD, zoom: 3 })).toHaveLength(2);
		expect([mercatorY(90), mercatorY(0), mercatorY(-90)]).toEqual([0, 0.5, 1]);
	});
});

it("180° west is 180° east", () => {
	for (const lon of [-180, 180]) {
		expect(isInside({ lat: 0, lon }, { ...WORLD, west: 170, east: 180 })).toBe(true);
		expect(isInside({ lat: 0, lon }, { ...WORLD, west: -180, east: -170 })).toBe(true);
		expect(isInside({ lat: 0, lon }, { ...WORLD, west: -170, east: 170 })).toBe(false);
	}
});
