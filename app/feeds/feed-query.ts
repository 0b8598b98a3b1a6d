import { z } from "zod";
import { pageAddress } from "@/app/page-address";
import { type CalendarFilters, calendarFilters, goesBySeason } from "@/lib/calendar/filters";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/text/languages";

/** What every feed understands: the calendar's filters, and the language of names and words. */
export const feedQuery = calendarFilters.extend({
	lang: z.enum(LOCALES, "field.choose").default("en"),
});

/** Where a feed is, and the page that shows the same events; both absolute. */
export function feedAddresses(
	url: URL,
	{ lang, filters }: { lang: string; filters: CalendarFilters },
): { selfUrl: string; homeUrl: string } {
	const query = new URLSearchParams([...url.searchParams].filter(([, value]) => value !== ""));
	const selfUrl = `${env().APP_URL}${url.pathname}${written(query)}`;
	query.delete("lang");
	// Without a season the page shows this one, a feed all.
	if (goesBySeason(filters)) query.set("season", "all");
	return { selfUrl, homeUrl: `${pageAddress(lang, "/events")}${written(query)}` };
}

function written(query: URLSearchParams): string {
	return query.size > 0 ? `?${query}` : "";
}
