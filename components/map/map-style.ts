import type { StyleSpecification } from "maplibre-gl";
import type { CountryLabel } from "./map-props";

export type MapColours = { sea: string; land: string; border: string; name: string };

/** The colours of the page as they are now, in the light or in the dark. */
export function readColours(): MapColours {
	const tokens = getComputedStyle(document.documentElement);
	const token = (name: string) => tokens.getPropertyValue(name).trim();
	return {
		sea: token("--paper"),
		land: token("--line"),
		border: token("--paper"),
		name: token("--muted"),
	};
}

export const WORLD = "world";
const NAMES = "names";
/** Drawn by the browser from the page's own fonts: no glyphs are fetched. */
const FONTS = ["Onest", "Vazirmatn"];

/** Land, borders and the names of countries; the shapes come later. */
export function worldStyle(
	colours: MapColours,
	countries: readonly CountryLabel[],
): StyleSpecification {
	return {
		version: 8,
		sources: {
			[WORLD]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
			[NAMES]: { type: "geojson", data: labelsOf(countries) },
		},
		layers: [
			{ id: "sea", type: "background", paint: { "background-color": colours.sea } },
			{
				id: "land",
				type: "fill",
				source: WORLD,
				filter: ["==", ["get", "kind"], "land"],
				paint: { "fill-color": colours.land },
			},
			{
				id: "borders",
				type: "line",
				source: WORLD,
				filter: ["==", ["get", "kind"], "border"],
				paint: {
					"line-color": colours.border,
					"line-width": ["interpolate", ["linear"], ["zoom"], 0, 0.6, 6, 1.5],
				},
			},
			{
				id: "names",
				type: "symbol",
				source: NAMES,
				// Small countries are named when the map is near.
				filter: [
					">=",
					["get", "area"],
					["step", ["zoom"], 1900, 1, 900, 2, 200, 3, 25, 4, 4, 5.5, 0],
				],
				layout: {
					"text-field": ["get", "name"],
					"text-font": FONTS,
					"text-size": ["interpolate", ["linear"], ["zoom"], 0, 11, 5, 14],
					"text-max-width": 7,
					"text-padding": 6,
					"symbol-sort-key": ["-", ["get", "area"]],
				},
				paint: {
					"text-color": colours.name,
					"text-halo-color": colours.land,
					"text-halo-width": 1.2,
				},
			},
		],
	};
}

/** What has to change in a style that is shown when the page turns dark or light. */
export function recolour({ sea, land, border, name }: MapColours): [string, string, string][] {
	return [
		["sea", "background-color", sea],
		["land", "fill-color", land],
		["borders", "line-color", border],
		["names", "text-color", name],
		["names", "text-halo-color", land],
	];
}

function labelsOf(countries: readonly CountryLabel[]): GeoJSON.FeatureCollection {
	return {
		type: "FeatureCollection",
		features: countries.map(([name, lon, lat, area]) => ({
			type: "Feature",
			properties: { name, area },
			geometry: { type: "Point", coordinates: [lon, lat] },
		})),
	};
}
