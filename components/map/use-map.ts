import { type LngLatBoundsLike, Map as MapLibre, type MapOptions, setWorkerUrl } from "maplibre-gl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { MAP_FILES } from "./map-files";
import { mapManners } from "./map-manners";
import type { Bounds, MapProps } from "./map-props";
import { readColours, recolour, worldStyle } from "./map-style";
import { keepPosition, keptPosition } from "./position";
import { showWorld } from "./world-shapes";

/** Nearer than this our own shapes have nothing more to show; an operator's style may. */
const NEAREST = { own: 9, operator: 17 };
const WHOLE_WORLD: Bounds = [-130, -45, 155, 65];
/** Pixels around the world at zoom 0. */
const TILE = 512;

type Options = MapProps & { onReady: () => void; onFault: () => void };

/** The map in the element, once it is drawn. */
export function useMap(
	holder: RefObject<HTMLDivElement | null>,
	options: Options,
): MapLibre | null {
	const [map, setMap] = useState<MapLibre | null>(null);
	// The map is made once, with what the page was given first.
	const first = useRef(options);
	useEffect(() => {
		const container = holder.current;
		if (!container) return;
		const { onReady, onFault } = first.current;
		const made = tryToMake(container, first.current);
		if (!made) return onFault();
		const stopFollowing = followColours(made);
		made.once("load", () => {
			setMap(made);
			onReady();
		});
		return () => {
			stopFollowing();
			made.remove();
		};
	}, [holder]);
	return map;
}

/** Brings the whole of the events into view. */
export function showAll(map: MapLibre, bounds: Bounds | null): void {
	map.fitBounds(box(bounds ?? WHOLE_WORLD), FIT);
}

const FIT = { padding: 48, maxZoom: 5 };

function box([west, south, east, north]: Bounds): LngLatBoundsLike {
	return [west, south, east, north];
}

function tryToMake(container: HTMLDivElement, options: Options): MapLibre | null {
	try {
		return make(container, options);
	} catch {
		return null;
	}
}

function make(container: HTMLDivElement, options: Options): MapLibre {
	setWorkerUrl(MAP_FILES.worker);
	const own = worldStyle(readColours(), options.countries);
	const map = new MapLibre({
		container,
		style: options.styleUrl ?? own,
		maxZoom: options.styleUrl ? NEAREST.operator : NEAREST.own,
		...mapManners(options.texts.map, options.texts.gestures, options.styleUrl),
		...startOf(container, options),
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.on("resize", () => map.setMinZoom(smallestZoom(container)));
	map.on("moveend", () => keepPosition(map));
	// A position that came with the address is kept for other filters even when nobody moves the map.
	if (keptPosition()) keepPosition(map);
	if (options.styleUrl === null) showWorld(map);
	else fallBackOnFault(map, () => map.setStyle(own));
	return map;
}

/** Where the address says, else where this tab was before, else where the events are. */
function startOf(container: HTMLDivElement, { bounds }: Options): Partial<MapOptions> {
	const minZoom = smallestZoom(container);
	const kept = keptPosition();
	if (kept) return { minZoom, ...kept };
	return { minZoom, bounds: box(bounds ?? WHOLE_WORLD), fitBoundsOptions: FIT };
}

/** So that no place is to be seen twice at once. */
function smallestZoom({ clientWidth, clientHeight }: HTMLDivElement): number {
	return Math.max(-1, Math.log2(Math.max(clientWidth, clientHeight) / TILE));
}

function fallBackOnFault(map: MapLibre, showOwn: () => void): void {
	let isShown = false;
	map.once("style.load", () => {
		isShown = true;
	});
	map.once("error", () => {
		if (isShown) return;
		showOwn();
		showWorld(map);
	});
}

function followColours(map: MapLibre): () => void {
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const follow = () => {
		for (const [layer, property, colour] of recolour(readColours())) {
			if (map.getLayer(layer)) map.setPaintProperty(layer, property as "fill-color", colour);
		}
	};
	dark.addEventListener("change", follow);
	return () => dark.removeEventListener("change", follow);
}
