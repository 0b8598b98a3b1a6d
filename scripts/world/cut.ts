import { type GeoProjection, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { Point, Ring } from "./rings";

/** Degrees to degrees: on the way d3 cuts at the date line. */
export function cutAtDateLine() {
	return geoEquirectangular()
		.scale(180 / Math.PI)
		.translate([0, 0])
		.reflectY(true)
		.precision(0);
}

/** Polygons of rings in the plane of a projection. */
export function projectArea(area: GeoJSON.MultiPolygon, projection: GeoProjection): Ring[][] {
	const flat = geoProject(area, projection);
	if (!flat) return [];
	const polygons = flat.type === "Polygon" ? [flat.coordinates] : flat.coordinates;
	return polygons.map((rings) => rings.map(toPoints));
}

/** Lines in the plane of a projection. */
export function projectLines(lines: GeoJSON.MultiLineString, projection: GeoProjection): Ring[] {
	const flat = geoProject(lines, projection);
	if (!flat) return [];
	return (flat.type === "LineString" ? [flat.coordinates] : flat.coordinates).map(toPoints);
}

function toPoints(line: GeoJSON.Position[]): Point[] {
	return line.map(([x = 0, y = 0]) => [x, y]);
}
