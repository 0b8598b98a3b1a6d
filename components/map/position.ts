import type { Map as MapLibre } from "maplibre-gl";

type Position = { zoom: number; center: { lat: number; lng: number } };

const HASH = /^#map=(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;
const KEPT = "map-position";

/** Where the map is, in the address ("#map=zoom/lat/lon"), which can be shared, and for other filters in this tab. */
export function keepPosition(map: MapLibre): void {
	const { lat, lng } = map.getCenter().wrap();
	const hash = `#map=${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`;
	try {
		sessionStorage.setItem(KEPT, hash);
	} catch {
		// Storage is forbidden: the address still has it.
	}
	if (hash !== window.location.hash) window.history.replaceState(window.history.state, "", hash);
}

/** Where the map was, from the address or else from this tab; null when nowhere. */
export function keptPosition(): Position | null {
	return readPosition(window.location.hash) ?? readPosition(inTab());
}

/** The position that a hash names; null when it names none on Earth. */
export function readPosition(hash: string): Position | null {
	const [, zoom, lat, lng] = HASH.exec(hash)?.map(Number) ?? [];
	if (zoom === undefined || lat === undefined || lng === undefined) return null;
	if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return null;
	return { zoom, center: { lat, lng } };
}

function inTab(): string {
	try {
		return sessionStorage.getItem(KEPT) ?? "";
	} catch {
		return "";
	}
}
