import "server-only";
import { cachedAddressParts } from "@/app/cached-calendar";
import {
	cachedArchive,
	cachedCityLines,
	cachedCountryLines,
	cachedOrganisers,
} from "@/app/cached-places";
import { listAddresses } from "@/lib/calendar/addresses";
import { eventPath } from "@/lib/calendar/event-view";
import { cityPath, countryPath, organiserPath, seasonPath } from "@/lib/calendar/paths";
import { getCity } from "@/lib/places/gazetteer";

/** A page as the sitemap names it: path without language, "" for home, and its last change (ISO 8601). */
export type SitemapPage = { path: string; lastModified?: string };
/** A file of the sitemap: "events-12.xml". */
export type SitemapPart = { name: string; lastModified?: string };

/** Pages that do not come from the database. */
const PAGES = [
	"",
	"/events",
	"/countries",
	"/organisers",
	"/archive",
	"/follow-the-sun",
	"/about",
	"/memorials",
	"/recognitions",
	"/api",
	"/content-rules",
	"/privacy",
];

/** Pages that come from the database and are few enough to be listed together, by the name of their files. */
const LISTS = {
	countries: listCountryPages,
	cities: listCityPages,
	organisers: listOrganiserPages,
	seasons: listSeasonPages,
};
const PAGES_PER_PART = 1_000;

/** Every file of the sitemap. */
export async function listSitemapParts(): Promise<SitemapPart[]> {
	const lists = await Promise.all(
		Object.entries(LISTS).map(async ([list, read]) => partsOf(list, await read())),
	);
	const events = await cachedAddressParts();
	return [
		{ name: "pages.xml" },
		...lists.flat(),
		...events.map(({ part, publishedAt }) => ({
			name: `events-${part}.xml`,
			lastModified: publishedAt,
		})),
	];
}

const FILE = /^(events|countries|cities|organisers|seasons)-(0|[1-9]\d{0,5})\.xml$/;

/** The pages that a file of the sitemap lists; none when there is no such file. */
export async function listSitemapPages(name: unknown): Promise<SitemapPage[]> {
	if (name === "pages.xml") return PAGES.map((path) => ({ path }));
	const [, kind, part] = (typeof name === "string" && FILE.exec(name)) || [];
	if (kind === undefined) return [];
	if (isList(kind)) {
		const start = Number(part) * PAGES_PER_PART;
		return (await LISTS[kind]()).slice(start, start + PAGES_PER_PART);
	}
	const events = await listAddresses(Number(part));
	return events.map((event) => ({ path: eventPath(event), lastModified: event.publishedAt }));
}

function isList(kind: string): kind is keyof typeof LISTS {
	return kind in LISTS;
}

function partsOf(list: string, pages: readonly SitemapPage[]): SitemapPart[] {
	const length = Math.ceil(pages.length / PAGES_PER_PART);
	return Array.from({ length }, (_, part) => ({ name: `${list}-${part}.xml` }));
}

async function listCountryPages(): Promise<SitemapPage[]> {
	const lines = await cachedCountryLines();
	return lines.map(({ country, publishedAt }) => ({
		path: countryPath(country),
		...(publishedAt === null ? {} : { lastModified: publishedAt }),
	}));
}

async function listCityPages(): Promise<SitemapPage[]> {
	const lines = await cachedCityLines();
	return lines.flatMap(({ city: id, publishedAt }) => {
		const city = getCity(id);
		return city ? [{ path: cityPath(city), lastModified: publishedAt }] : [];
	});
}

async function listOrganiserPages(): Promise<SitemapPage[]> {
	const organisers = await cachedOrganisers();
	return organisers.map(({ slug }) => ({ path: organiserPath(slug) }));
}

async function listSeasonPages(): Promise<SitemapPage[]> {
	const seasons = await cachedArchive();
	return seasons.map(({ season }) => ({ path: seasonPath(season) }));
}
