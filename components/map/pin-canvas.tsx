import "maplibre-gl/dist/maplibre-gl.css";
import { Map as MapLibre, Marker, ScaleControl, setWorkerUrl } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { MAP_FILES } from "./map-files";
import { mapManners } from "./map-manners";
import type { CountryLabel, MapTexts } from "./map-props";
import { readColours, worldStyle } from "./map-style";
import { showWorld } from "./world-shapes";

export type PinPoint = { lat: number; lon: number };

export type PinMapProps = {
	/** Where the pin is at first. */
	start: PinPoint;
	/** Places around it, the greatest first, by which our own map is read. */
	places: readonly (PinPoint & { name: string })[];
	/** The operator's own style; null for ours. */
	styleUrl: string | null;
	texts: { map: string; pin: string; gestures: MapTexts["gestures"] };
	onPin: (point: PinPoint) => void;
	onFault: () => void;
};

/** Pixels that an arrow key moves the pin. */
const STEP = 12;
const FINE_STEP = 2;
/** Of a place as large as a country: named at every zoom. */
const ALWAYS = 100_000;

/** A map with one pin that is dragged, moved with the arrow keys, or put where the map is pressed. */
export function PinCanvas(props: PinMapProps) {
	const holder = useRef<HTMLDivElement>(null);
	// The map is made once; the pin's place is the form's from then on.
	const first = useRef(props);
	const onPin = useRef(props.onPin);
	useEffect(() => {
		onPin.current = props.onPin;
	});
	useEffect(() => {
		if (!holder.current) return;
		try {
			const map = makeMap(holder.current, first.current);
			addPin(map, first.current, (point) => onPin.current(point));
			return () => map.remove();
		} catch {
			first.current.onFault();
		}
	}, []);
	return <div ref={holder} className="h-80 w-full overflow-clip! border border-line bg-paper" />;
}

function makeMap(
	container: HTMLElement,
	{ start, places, styleUrl, texts }: PinMapProps,
): MapLibre {
	setWorkerUrl(MAP_FILES.worker);
	const labels = places.map(
		({ name, lon, lat }, index): CountryLabel => [name, lon, lat, ALWAYS - index],
	);
	const map = new MapLibre({
		container,
		style: styleUrl ?? worldStyle(readColours(), labels),
		center: [start.lon, start.lat],
		zoom: styleUrl ? 14 : 9,
		minZoom: 3,
		maxZoom: styleUrl ? 18 : 13,
		...mapManners(texts.map, texts.gestures, styleUrl),
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new ScaleControl({ unit: "metric" }));
	if (styleUrl === null) showWorld(map);
	return map;
}

function addPin(
	map: MapLibre,
	{ start, texts }: PinMapProps,
	tell: (point: PinPoint) => void,
): void {
	const pin = new Marker({ element: pinElement(texts.pin), draggable: true, anchor: "bottom" })
		.setLngLat([start.lon, start.lat])
		.addTo(map);
	const put = (place: { lng: number; lat: number }) => {
		pin.setLngLat([place.lng, place.lat]);
		tell(roundedPoint(place));
	};
	pin.on("dragend", () => tell(roundedPoint(pin.getLngLat())));
	map.on("click", ({ lngLat }) => put(lngLat));
	pin.getElement().addEventListener("click", (event) => event.stopPropagation());
	pin.getElement().addEventListener("keydown", (event) => {
		const direction = DIRECTIONS[event.key];
		if (!direction) return;
		event.preventDefault();
		event.stopPropagation();
		const step = event.shiftKey ? FINE_STEP : STEP;
		const from = map.project(pin.getLngLat());
		put(map.unproject([from.x + direction[0] * step, from.y + direction[1] * step]));
	});
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

function pinElement(label: string): HTMLElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "map-pin";
	button.setAttribute("aria-label", label);
	return button;
}

/** To a metre. */
function roundedPoint({ lng, lat }: { lng: number; lat: number }): PinPoint {
	const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180;
	return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(wrapped * 1e5) / 1e5 };
}
