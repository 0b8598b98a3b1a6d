import { geoNaturalEarth1 } from "d3-geo";

/** Size of the world picture in its own units; the land in `world-land.svg` is drawn to it. */
export const WORLD_WIDTH = 2000;
export const WORLD_HEIGHT = 870;

/** Turned so that the cut runs through the Bering Strait and parts no land but Antarctica, which is below the edge. */
const CENTRAL_MERIDIAN = 11;
const TOP = 84;

/** Natural Earth: a compromise without straight edges, in which the places of most events are large enough to tell apart. */
export function worldProjection() {
	const whole = geoNaturalEarth1()
		.rotate([-CENTRAL_MERIDIAN, 0])
		.fitWidth(WORLD_WIDTH, { type: "Sphere" });
	const [x = 0, y = 0] = whole.translate();
	const [, top = 0] = whole([CENTRAL_MERIDIAN, TOP]) ?? [];
	return whole.translate([x, y - top]);
}

const project = worldProjection();

/** Where a place (degrees) is in the picture; null when it is on no map. */
export function placeInWorld(lat: number, lon: number): { x: number; y: number } | null {
	const point = project([lon, lat]);
	return point && { x: round(point[0]), y: round(point[1]) };
}

function round(units: number): number {
	return Math.round(units * 10) / 10;
}
