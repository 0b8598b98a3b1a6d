import type { City } from "@/lib/places/gazetteer";
import { slugify } from "@/lib/text/slug";
import { seasonSegment } from "./tags";

/** Path of a country's page, without the language: "/countries/de". */
export function countryPath(country: string): string {
	return `/countries/${country.toLowerCase()}`;
}

/** Path of a city's page: "/countries/de/berlin-2950159". The GeoNames id names it, the word is for people. */
export function cityPath({ id, name, country }: Pick<City, "id" | "name" | "country">): string {
	return `${countryPath(country)}/${slugify(name, "city")}-${id}`;
}

/** The GeoNames id in the last part of a city's path, whatever the word before it; null where there is none. */
export function readCitySegment(segment: string): number | null {
	const id = /^(?:[a-z0-9-]{0,90}-)?([1-9]\d{0,8})$/.exec(segment)?.[1];
	return id === undefined ? null : Number(id);
}

/** Path of an organiser's page: "/organisers/embassy-of-azerbaijan-in-germany". */
export function organiserPath(slug: string): string {
	return `/organisers/${slug}`;
}

/** Path of a season's page: "/archive/2020", "/archive/undated". */
export function seasonPath(season: number | null): string {
	return `/archive/${seasonSegment(season)}`;
}
