import type { Point as Place } from "@/lib/places/distance";
import type { PackedShapes } from "./shapes";
import { unpackShapes } from "./shapes";
import world from "./world-50m.json";

/** A small picture of the ground around a place: north is up, and it is true to scale at its middle. */
export type Plot = {
	/** Degrees. */
	centre: Place;
	/** Units of the picture. */
	width: number;
	height: number;
	unitsPerKm: number;
};
type Point = readonly [x: number, y: number];
type Shape = { points: readonly Point[]; west: number; east: number; south: number; north: number };

const KM_PER_DEGREE = 111.195;
/** Units beyond the edge: there the cut does not show. */
const MARGIN = 4;

/** A plot that shows at least so many kilometres to the north and to the south of a place. */
export function plotAround(
	centre: Place,
	{ km, width, height }: { km: number; width: number; height: number },
): Plot {
	return { centre, width, height, unitsPerKm: height / 2 / km };
}

/** Where a place (degrees) is in the picture, also beyond its edges. */
export function placeOnPlot(plot: Plot, { lat, lon }: Place): { x: number; y: number } {
	const [x, y] = project(plot, lon + turnsTowards(plot.centre.lon, lon), lat);
	return { x: round(x), y: round(y) };
}

/** The land and the borders in the picture, as SVG path data. */
export function drawGround(plot: Plot): { land: string; borders: string } {
	const { land, borders } = readWorld();
	return {
		land: shown(plot, land)
			.map((ring) => clipRing(ring, plot))
			.filter((ring) => ring.length > 2)
			.map((ring) => `M${ring.map(written).join("L")}Z`)
			.join(""),
		borders: shown(plot, borders)
			.flatMap((line) => runsNear(line, plot))
			.map((line) => `M${line.map(written).join("L")}`)
			.join(""),
	};
}

let read: { land: Shape[]; borders: Shape[] } | null = null;

function readWorld() {
	if (read) return read;
	const packed: PackedShapes = world;
	const [land, borders] = unpackShapes(packed).features.map(({ geometry }) => geometry);
	read = {
		land: land?.type === "MultiPolygon" ? land.coordinates.flat().map(shapeOf) : [],
		borders: borders?.type === "MultiLineString" ? borders.coordinates.map(shapeOf) : [],
	};
	return read;
}

function shapeOf(positions: GeoJSON.Position[]): Shape {
	const points = positions.map(([lon = 0, lat = 0]): Point => [lon, lat]);
	const bounds = { west: 180, east: -180, south: 90, north: -90 };
	for (const [lon, lat] of points) {
		bounds.west = Math.min(bounds.west, lon);
		bounds.east = Math.max(bounds.east, lon);
		bounds.south = Math.min(bounds.south, lat);
		bounds.north = Math.max(bounds.north, lat);
	}
	return { points, ...bounds };
}

/** The shapes that may be seen, in units of the picture; once around the Earth to either side for the date line's sake. */
function shown(plot: Plot, shapes: readonly Shape[]): Point[][] {
	const { centre, width, height, unitsPerKm } = plot;
	const halfLat = (height / 2 + MARGIN) / unitsPerKm / KM_PER_DEGREE;
	const halfLon = (width / 2 + MARGIN) / unitsPerKm / KM_PER_DEGREE / narrowing(centre.lat);
	return shapes.flatMap(({ points, west, east, south, north }) => {
		if (north < centre.lat - halfLat || south > centre.lat + halfLat) return [];
		return [-360, 0, 360]
			.filter((turn) => east + turn > centre.lon - halfLon && west + turn < centre.lon + halfLon)
			.map((turn) => points.map(([lon, lat]) => project(plot, lon + turn, lat)));
	});
}

function project({ centre, width, height, unitsPerKm }: Plot, lon: number, lat: number): Point {
	const scale = unitsPerKm * KM_PER_DEGREE;
	return [
		width / 2 + (lon - centre.lon) * scale * narrowing(centre.lat),
		height / 2 - (lat - centre.lat) * scale,
	];
}

/** How much shorter a degree of longitude is than one of latitude; at the poles no picture would be of use. */
function narrowing(lat: number): number {
	return Math.max(0.05, Math.cos((lat * Math.PI) / 180));
}

function turnsTowards(centre: number, lon: number): number {
	return Math.round((centre - lon) / 360) * 360;
}

/** The part of a ring within the picture (Sutherland and Hodgman, 1974). */
function clipRing(ring: readonly Point[], { width, height }: Plot): Point[] {
	const edges: { axis: 0 | 1; at: number; sign: 1 | -1 }[] = [
		{ axis: 0, at: -MARGIN, sign: 1 },
		{ axis: 0, at: width + MARGIN, sign: -1 },
		{ axis: 1, at: -MARGIN, sign: 1 },
		{ axis: 1, at: height + MARGIN, sign: -1 },
	];
	let points: readonly Point[] = ring;
	for (const { axis, at, sign } of edges) {
		const kept: Point[] = [];
		let before = points.at(-1);
		for (const point of points) {
			const isIn = sign * (point[axis] - at) >= 0;
			if (before && isIn !== sign * (before[axis] - at) >= 0)
				kept.push(cut(before, point, axis, at));
			if (isIn) kept.push(point);
			before = point;
		}
		points = kept;
	}
	return [...points];
}

function cut(from: Point, to: Point, axis: 0 | 1, at: number): Point {
	const part = (at - from[axis]) / (to[axis] - from[axis]);
	return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

/** The pieces of a line of which something may be in the picture. */
function runsNear(line: readonly Point[], { width, height }: Plot): Point[][] {
	const runs: Point[][] = [];
	let isOpen = false;
	for (const [index, to] of line.entries()) {
		const from = line[index - 1];
		if (!from) continue;
		const isNear =
			Math.max(from[0], to[0]) >= 0 &&
			Math.min(from[0], to[0]) <= width &&
			Math.max(from[1], to[1]) >= 0 &&
			Math.min(from[1], to[1]) <= height;
		if (isNear && isOpen) runs.at(-1)?.push(to);
		else if (isNear) runs.push([from, to]);
		isOpen = isNear;
	}
	return runs;
}

function written([x, y]: Point): string {
	return `${round(x)} ${round(y)}`;
}

function round(units: number): number {
	return Math.round(units * 10) / 10;
}
