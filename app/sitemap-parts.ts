import "server-only";
import { z } from "zod";
import { cachedAddressParts } from "@/app/cached-calendar";
import { listAddresses } from "@/lib/calendar/addresses";
import { eventPath } from "@/lib/calendar/event-view";

/** A page as the sitemap names it: path without language, "" for home, and its last change (ISO 8601). */
export type SitemapPage = { path: string; lastModified?: string };
/** A file of the sitemap: "events-12.xml". */
export type SitemapPart = { name: string; lastModified?: string };

/** Pages that do not come from the database. */
const PAGES = [
	"",
	"/events",
	"/follow-the-sun",
	"/about",
	"/memorials",
	"/recognitions",
	"/content-rules",
	"/privacy",
];

/** Every file of the sitemap. */
export async function listSitemapParts(): Promise<SitemapPart[]> {
	const events = await cachedAddressParts();
	return [
		{ name: "pages.xml" },
		...events.map(({ part, publishedAt }) => ({
			name: `events-${part}.xml`,
			lastModified: publishedAt,
		})),
	];
}

const EVENTS_FILE = /^events-(0|[1-9]\d{0,5})\.xml$/;
const eventsFile = z
	.string()
	.regex(EVENTS_FILE)
	.transform((name) => Number(EVENTS_FILE.exec(name)?.[1]));

/** The pages that a file of the sitemap lists; none when there is no such file. */
export async function listSitemapPages(name: unknown): Promise<SitemapPage[]> {
	if (name === "pages.xml") return PAGES.map((path) => ({ path }));
	const part = eventsFile.safeParse(name);
	if (!part.success) return [];
	const events = await listAddresses(part.data);
	return events.map((event) => ({ path: eventPath(event), lastModified: event.publishedAt }));
}
