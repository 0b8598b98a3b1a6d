import "server-only";
import { feedQuery } from "@/components/calendar/follow-events";
import { env } from "@/lib/env";

/** The feeds of a page's events, for `alternates.types` of its metadata. */
export function feedAlternates(
	filters: Readonly<Record<string, string>>,
	locale: string,
): Record<string, string> {
	const query = feedQuery(filters, locale);
	const origin = env().APP_URL;
	return {
		"text/calendar": `${origin}/feeds/calendar.ics?${query}`,
		"application/rss+xml": `${origin}/feeds/events.rss?${query}`,
		"application/feed+json": `${origin}/feeds/events.json?${query}`,
	};
}
