import type { MetadataRoute } from "next";
import { cachedAddresses } from "@/app/cached-calendar";
import { languageAddresses, pageAddress } from "@/app/page-address";
import { eventPath } from "@/lib/calendar/event-view";
import { LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

/** Pages that do not come from the database; "" is home. */
const PAGES = ["", "/events", "/content-rules", "/privacy"];

/** A sitemap holds 50,000 addresses at most (sitemaps.org), and each page has one a language. */
const MAX_EVENTS = Math.floor(50_000 / LOCALES.length) - PAGES.length;

/** Every listed page in every language, for search engines. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
	const events = await cachedAddresses(MAX_EVENTS);
	const entries = [
		...PAGES.map((path) => ({ path, lastModified: undefined })),
		...events.map((event) => ({ path: eventPath(event), lastModified: event.publishedAt })),
	];
	return entries.flatMap(({ path, lastModified }) => {
		const languages = languageAddresses(path);
		return LOCALES.map((locale) => ({
			url: pageAddress(locale, path),
			lastModified,
			alternates: { languages },
		}));
	});
}
