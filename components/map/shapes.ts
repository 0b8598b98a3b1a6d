/** Steps in a degree. */
export const SHAPE_UNITS = 100;

/** Lines as steps from one point to the next (the first from 0, 0), longitude and latitude in turn. */
export type PackedShapes = {
	/** Polygons of rings. */
	land: number[][][];
	borders: number[][];
};

/** The land and the borders as GeoJSON, told apart by `kind`. */
export function unpackShapes({ land, borders }: PackedShapes): GeoJSON.FeatureCollection {
	return {
		type: "FeatureCollection",
		features: [
			{
				type: "Feature",
				properties: { kind: "land" },
				geometry: { type: "MultiPolygon", coordinates: land.map((rings) => rings.map(unpackLine)) },
			},
			{
				type: "Feature",
				properties: { kind: "border" },
				geometry: { type: "MultiLineString", coordinates: borders.map(unpackLine) },
			},
		],
	};
}

function unpackLine(steps: readonly number[]): [number, number][] {
	const points: [number, number][] = [];
	let [x, y] = [0, 0];
	for (let at = 0; at < steps.length; at += 2) {
		x += steps[at] ?? 0;
		y += steps[at + 1] ?? 0;
		points.push([x / SHAPE_UNITS, y / SHAPE_UNITS]);
	}
	return points;
}
