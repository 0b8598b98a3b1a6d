import { merge, mesh } from "topojson-client";
import type { PackedShapes } from "@/components/map/shapes";
import { SHAPE_UNITS } from "@/components/map/shapes";
import { inhabitedOf, readAtlas, type Scale } from "./atlas";
import { cutAtDateLine, projectArea, projectLines } from "./cut";
import type { Ring } from "./rings";

/** Land and borders for the map, cut at the date line and packed as `unpackShapes` reads them. */
export function shapesForMap(scale: Scale): string {
	const atlas = readAtlas(scale);
	const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
	const packed: PackedShapes = {
		land: projectArea(merge(atlas, inhabitedOf(atlas)), cutAtDateLine()).map((rings) =>
			rings.map(pack),
		),
		borders: projectLines(borders, cutAtDateLine()).map(pack),
	};
	return `${JSON.stringify(packed)}\n`;
}

function pack(line: Ring): number[] {
	let [x, y] = [0, 0];
	return line.flatMap(([lon, lat], index) => {
		const [nextX, nextY] = [Math.round(lon * SHAPE_UNITS), Math.round(lat * SHAPE_UNITS)];
		const step = [nextX - x, nextY - y];
		[x, y] = [nextX, nextY];
		return index > 0 && step.every((part) => part === 0) ? [] : step;
	});
}
