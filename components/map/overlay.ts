import type { Map as MapLibre } from "maplibre-gl";
import { type RefObject, useEffect, useLayoutEffect } from "react";

/**
 * Keeps the items of a list (`data-lon`, `data-lat` in degrees) at their places on the map. Those outside are hidden,
 * so that the focus never leaves what is to be seen.
 */
export function useOverlay(map: MapLibre, list: RefObject<HTMLElement | null>): void {
	useLayoutEffect(() => {
		if (list.current) place(map, list.current);
	});
	useEffect(() => {
		const follow = () => list.current && place(map, list.current);
		map.on("move", follow);
		map.on("resize", follow);
		return () => {
			map.off("move", follow);
			map.off("resize", follow);
		};
	}, [map, list]);
}

/** Pixels from the edge at which a mark still shows enough of itself to be pressed. */
const EDGE = 4;

function place(map: MapLibre, list: HTMLElement): void {
	const { lng: centre } = map.getCenter();
	const { clientWidth, clientHeight } = map.getContainer();
	for (const item of list.children) {
		if (!(item instanceof HTMLElement)) continue;
		const lon = Number(item.dataset.lon);
		const nearest = lon + 360 * Math.round((centre - lon) / 360);
		const { x, y } = map.project([nearest, Number(item.dataset.lat)]);
		const isShown = x >= EDGE && y >= EDGE && x <= clientWidth - EDGE && y <= clientHeight - EDGE;
		// The keyboard goes on moving the map from the map itself.
		if (!isShown && item.contains(document.activeElement)) map.getCanvas().focus();
		item.style.visibility = isShown ? "" : "hidden";
		item.style.transform = `translate(${x}px, ${y}px)`;
	}
}
