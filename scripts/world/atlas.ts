import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoBounds } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";

type Named = { name: string };
export type Country = (Polygon<Named> | MultiPolygon<Named>) & { id?: string };
export type Atlas = Topology<{ countries: GeometryCollection<Named> }>;
/** Metres on the ground that a millimetre of the original map stood for, in millions. */
export type Scale = "110m" | "50m";

const require = createRequire(import.meta.url);

/**
 * Natural Earth's countries (public domain) as the package world-atlas packs them. Natural Earth draws who holds a
 * territory; this calendar follows the United Nations, whose resolutions see Crimea in Ukraine (General Assembly
 * 68/262), the north of Cyprus in Cyprus (Security Council 541) and Somaliland in Somalia.
 */
export function readAtlas(scale: Scale): Atlas {
	const file = require.resolve(`world-atlas/countries-${scale}.json`);
	const atlas: Atlas = JSON.parse(readFileSync(file, "utf8"));
	const countries = countriesOf(atlas);
	const kept = countries.filter(({ properties }) => !JOINED.has(properties?.name ?? ""));
	for (const [name, into] of JOINED) {
		for (const part of countries.filter(({ properties }) => properties?.name === name))
			give(get(kept, into), partsOf(part));
	}
	const russia = get(kept, "Russia");
	const isCrimea = (part: number[][]) => isInside(boundsOf(atlas, part), CRIMEA);
	give(get(kept, "Ukraine"), partsOf(russia).filter(isCrimea));
	setParts(
		russia,
		partsOf(russia).filter((part) => !isCrimea(part)),
	);
	atlas.objects.countries.geometries = kept;
	return atlas;
}

/** The countries of the atlas, all of which are areas. */
export function countriesOf(atlas: Atlas): Country[] {
	return atlas.objects.countries.geometries as Country[];
}

const JOINED = new Map([
	["N. Cyprus", "Cyprus"],
	["Somaliland", "Somalia"],
]);

/** The countries without Antarctica, where no events are: it would fill a good part of each picture. */
export function inhabitedOf(atlas: Atlas): Country[] {
	return countriesOf(atlas).filter(({ properties }) => properties?.name !== "Antarctica");
}

type Bounds = readonly [readonly [number, number], readonly [number, number]];
const CRIMEA: Bounds = [
	[32, 44],
	[37, 46.5],
];

/** ISO 3166-1 alpha-2 of a country of the atlas, which has the numeric code; null where there is none. */
export function codeOf({
	id,
	properties,
}: {
	id?: string | number;
	properties?: Named;
}): string | null {
	if (properties?.name === "Kosovo") return "XK";
	if (id === undefined) return null;
	const region = new Intl.Locale(`und-${id}`).region ?? "";
	return /^[A-Z]{2}$/.test(region) ? region : null;
}

function get(countries: Country[], name: string): Country {
	const found = countries.find(({ properties }) => properties?.name === name);
	if (!found) throw new Error(`world-atlas has no ${name}`);
	return found;
}

function give(country: Country, parts: number[][][]): void {
	if (parts.length === 0) throw new Error(`nothing to give to ${country.properties?.name}`);
	setParts(country, [...partsOf(country), ...parts]);
}

function partsOf(country: Country): number[][][] {
	return country.type === "Polygon" ? [country.arcs] : country.arcs;
}

function setParts(country: Country, arcs: number[][][]): void {
	Object.assign(country, { type: "MultiPolygon", arcs });
}

function boundsOf(atlas: Atlas, arcs: number[][]): Bounds {
	return geoBounds(feature(atlas, { type: "Polygon", arcs }));
}

function isInside([[west, south], [east, north]]: Bounds, outer: Bounds): boolean {
	const [[left, bottom], [right, top]] = outer;
	return west > left && south > bottom && east < right && north < top;
}
