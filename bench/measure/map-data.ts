import { gzipSync } from "node:zlib";
import { overOneConnection, type Percentiles, percentilesOf } from "./http";

export type MapFigures = {
	path: string;
	status: number;
	bytes: number;
	gzipBytes: number;
	firstMs: number;
	again: Percentiles;
};

const REPEATS = 20;

/** The clusters of the whole world, as the map asks for them first. */
export const WORLD_MAP = "/api/v1/map?bbox=-180,-85,180,85&zoom=1";

/** Weighs and times the map's data at world zoom. */
export function measureMap(origin: string): Promise<MapFigures> {
	return overOneConnection(async (ask) => {
		const first = await ask(`${origin}${WORLD_MAP}`);
		const again = [];
		for (let n = 0; n < REPEATS; n += 1) again.push(await ask(`${origin}${WORLD_MAP}`));
		return {
			path: WORLD_MAP,
			status: first.status,
			bytes: first.body.length,
			gzipBytes: gzipSync(first.body).length,
			firstMs: Math.round(first.ms),
			again: percentilesOf(again.map(({ ms }) => ms)),
		};
	});
}
