import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { MAP_FILES } from "./map-files";
import { WORLD } from "./map-style";
import { type PackedShapes, unpackShapes } from "./shapes";

/** From here on the coarse shapes look coarse. */
const FINE_ZOOM = 3.6;

/** Puts land and borders on the map: at first in few points, and in more when the map comes near. */
export function showWorld(map: MapLibre): void {
	let shown: "none" | "coarse" | "fine" = "none";
	let isAsked = false;
	const put = async (kind: "coarse" | "fine") => {
		const shapes = await fetchShapes(MAP_FILES[kind]);
		if (shown === "fine") return;
		shown = kind;
		await whenStyled(map);
		map.getSource<GeoJSONSource>(WORLD)?.setData(shapes);
	};
	const look = () => {
		if (isAsked || map.getZoom() < FINE_ZOOM) return;
		isAsked = true;
		// Without the finer shapes the coarse ones stay.
		put("fine").catch(() => undefined);
	};
	put("coarse").catch(() => undefined);
	map.on("zoom", look);
	look();
}

async function fetchShapes(address: string): Promise<GeoJSON.FeatureCollection> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`The map's shapes answer ${answer.status}`);
	const packed: PackedShapes = await answer.json();
	return unpackShapes(packed);
}

async function whenStyled(map: MapLibre): Promise<void> {
	if (!map.getSource(WORLD)) await map.once("style.load");
}
