declare module "d3-geo-projection" {
	import type { GeoProjection } from "d3-geo";

	/** Projects to the plane, cutting what the projection cuts; null where nothing is left. */
	export function geoProject(
		object: GeoJSON.MultiPolygon,
		projection: GeoProjection,
	): GeoJSON.MultiPolygon | GeoJSON.Polygon | null;
	export function geoProject(
		object: GeoJSON.MultiLineString,
		projection: GeoProjection,
	): GeoJSON.MultiLineString | GeoJSON.LineString | null;
}
