declare module "d3-geo-projection" {
	import type { GeoProjection } from "d3-geo";

	/** Projects to the plane, cutting what the projection cuts; null where nothing is left. */
	export function geoProject<Shape extends GeoJSON.GeoJsonObject>(
		object: Shape,
		projection: GeoProjection,
	): Shape | null;
}
