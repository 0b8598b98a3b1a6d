import type { MapAnswer, MapFeature } from "@/lib/calendar/map";
import type { MapEvent } from "@/lib/calendar/map-events";

/** A feature of the map as the page is given it: with words for it in the page's language. */
export type Mark = MapFeature & { properties: { label: string } };

export type MarkedAnswer = Omit<MapAnswer, "features"> & {
	features: Mark[];
	/** What the map shows now, in a sentence. */
	summary: string;
};

export type ListedEvents = { items: MapEvent[]; count: number };

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** A country's name, where it stands (degrees) and the country's area in thousands of square kilometres. */
export type CountryLabel = readonly [name: string, lon: number, lat: number, area: number];

/** What its city has, where (degrees), and its address in the register, language included. */
export type MemorialPlace = readonly [name: string, lon: number, lat: number, path: string];

export type MapTexts = {
	map: string;
	controls: string;
	zoomIn: string;
	zoomOut: string;
	reset: string;
	loading: string;
	loadingEvents: string;
	failed: string;
	noWebgl: string;
	dataFailed: string;
	retry: string;
	nothingHere: string;
	memorials: string;
	close: string;
	all: string;
	example: string;
	cancelled: string;
	gestures: { windows: string; mac: string; touch: string };
};

export type MapProps = {
	/** Interface language. */
	lang: string;
	/** The filters as parameters, as the API takes them. */
	filters: string;
	/** Address of the list under the same filters, language included. */
	listPath: string;
	/** Where the events are; null while there are none. */
	bounds: Bounds | null;
	countries: readonly CountryLabel[];
	memorials: readonly MemorialPlace[];
	/** The operator's own style; null for ours. */
	styleUrl: string | null;
	texts: MapTexts;
};
