import { geoArea } from "d3-geo";
import { merge } from "topojson-client";
import { type Atlas, type Country, codeOf, inhabitedOf, readAtlas } from "./atlas";
import { cutAtDateLine, projectArea } from "./cut";
import { type Point, type Ring, ringArea } from "./rings";

/** Where a country's name stands on the map: code, longitude, latitude, area in thousands of square kilometres. */
export type LabelPlace = [code: string, lon: number, lat: number, area: number];

const SPHERE_KM2 = 510_072_000;

/** One line a country, the largest first. */
export function labelPlacesText(): string {
	const atlas = readAtlas("50m");
	const places = inhabitedOf(atlas).flatMap((country) => labelPlace(atlas, country) ?? []);
	const lines = places.sort((a, b) => b[3] - a[3]).map((place) => JSON.stringify(place));
	return `[\n\t${lines.join(",\n\t")}\n]\n`;
}

function labelPlace(atlas: Atlas, country: Country): [LabelPlace] | null {
	const code = codeOf(country);
	if (code === null) return null;
	const shape = merge(atlas, [country]);
	const [largest] = projectArea(shape, cutAtDateLine()).sort((a, b) => weight(b) - weight(a));
	if (!largest) return null;
	const [lon, lat] = innermost(largest);
	const area = Math.max(1, Math.round((geoArea(shape) / (4 * Math.PI)) * (SPHERE_KM2 / 1000)));
	return [[code, round(lon), round(lat), area]];
}

function weight([outer = []]: readonly Ring[]): number {
	const [, lat = 0] = outer[0] ?? [];
	return ringArea(outer) * Math.cos((lat * Math.PI) / 180);
}

const STEPS = 14;

/** The point of a polygon that is farthest from its edges, so that a name has room: sought on ever finer grids. */
function innermost(rings: readonly Ring[]): Point {
	const xs = rings[0]?.map(([x]) => x) ?? [];
	const ys = rings[0]?.map(([, y]) => y) ?? [];
	let [left, right] = [Math.min(...xs), Math.max(...xs)];
	let [bottom, top] = [Math.min(...ys), Math.max(...ys)];
	let best: Point = [(left + right) / 2, (bottom + top) / 2];
	for (let round = 0; round < 4; round++) {
		let most = Number.NEGATIVE_INFINITY;
		for (let step = 0; step < STEPS * STEPS; step++) {
			const x = left + ((right - left) * ((step % STEPS) + 0.5)) / STEPS;
			const y = bottom + ((top - bottom) * (Math.floor(step / STEPS) + 0.5)) / STEPS;
			const room = roomAround([x, y], rings);
			if (room > most) [most, best] = [room, [x, y]];
		}
		const [width, height] = [(right - left) / STEPS, (top - bottom) / STEPS];
		[left, right] = [best[0] - width, best[0] + width];
		[bottom, top] = [best[1] - height, best[1] + height];
	}
	return best;
}

/** Distance to the nearest edge; negative outside. Names are wide, so room at the sides counts half. */
function roomAround([x, y]: Point, rings: readonly Ring[]): number {
	let nearest = Number.POSITIVE_INFINITY;
	let isInside = false;
	for (const ring of rings) {
		for (let at = 1; at < ring.length; at++) {
			const [ax, ay] = ring[at - 1] ?? [0, 0];
			const [bx, by] = ring[at] ?? [0, 0];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
			nearest = Math.min(nearest, distanceToEdge([x, y], [ax, ay], [bx, by]));
		}
	}
	return isInside ? nearest : -nearest;
}

function distanceToEdge([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
	const at = Math.max(0, Math.min(1, along));
	return Math.hypot((x - ax - at * dx) / 2, y - ay - at * dy);
}

function round(degrees: number): number {
	return Math.round(degrees * 100) / 100;
}
