import "server-only";
import { unstable_cache } from "next/cache";
import { readArchive, readSeason, type SeasonPage } from "@/lib/calendar/archive";
import { type OrganiserPage, readOrganiserPage } from "@/lib/calendar/organiser-page";
import { findRenamedOrganiser, listOrganisers } from "@/lib/calendar/organisers";
import {
	type CityPage,
	type CountryPage,
	listCityLines,
	listCountryLines,
	readCityPage,
	readCountryPage,
} from "@/lib/calendar/place-pages";
import { readSeasonTheme, type ThemeText } from "@/lib/calendar/season-theme";
import { CALENDAR_TAG, organiserTag, seasonTag } from "@/lib/calendar/tags";

/** Kept until something is published; what is over is this old at most. */
const KEPT = { tags: [CALENDAR_TAG], revalidate: 300 };

/** What the page of a country shows. */
export const cachedCountry = unstable_cache(
	(country: string): Promise<CountryPage> => readCountryPage(country, new Date()),
	["country-page"],
	KEPT,
);

/** What the page of a city shows; null where it has no event. */
export const cachedCity = unstable_cache(
	(city: number): Promise<CityPage | null> => readCityPage(city, new Date()),
	["city-page"],
	KEPT,
);

/** The countries that have pages. */
export const cachedCountryLines = unstable_cache(
	() => listCountryLines(new Date()),
	["country-lines"],
	KEPT,
);

/** The cities that have pages. */
export const cachedCityLines = unstable_cache(listCityLines, ["city-lines"], KEPT);

/** The organisers that have pages. */
export const cachedOrganisers = unstable_cache(listOrganisers, ["organisers"], KEPT);

/** What the page of an organiser shows, or null. */
export function cachedOrganiser(slug: string): Promise<OrganiserPage | null> {
	return unstable_cache(() => readOrganiserPage(slug, new Date()), ["organiser-page", slug], {
		...KEPT,
		tags: [CALENDAR_TAG, organiserTag(slug)],
	})();
}

/** The present slug of the organiser that had this one before, or null. */
export function cachedRenamedOrganiser(slug: string): Promise<string | null> {
	return unstable_cache(() => findRenamedOrganiser(slug), ["renamed-organiser", slug], {
		...KEPT,
		tags: [organiserTag(slug)],
	})();
}

/** Every season with its numbers. */
export const cachedArchive = unstable_cache(readArchive, ["archive"], KEPT);

/** What the page of a season shows; null where it has no event. */
export const cachedSeason = unstable_cache(
	(season: number | null): Promise<SeasonPage | null> => readSeason(season),
	["season-page"],
	KEPT,
);

/** The theme of a season in the languages that it has, kept until an admin changes it. */
export function cachedSeasonTheme(season: number): Promise<ThemeText[]> {
	return unstable_cache(() => readSeasonTheme(season), ["season-theme", String(season)], {
		...KEPT,
		tags: [seasonTag(season)],
	})();
}
