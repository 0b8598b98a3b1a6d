import type { CalendarFilters } from "@/lib/calendar/filters";
import { eachPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import type { FeedEvent } from "@/lib/feeds/feed-event";
import { toFeedEvent } from "@/lib/feeds/from-published";

/** So many events are turned into text before others get their turn. */
const AT_ONCE = 50;

/** All events under the filters as feeds write them, some at a time. */
export async function* eachFeedEvent(
	filters: CalendarFilters,
	locale: string,
): AsyncGenerator<FeedEvent[]> {
	const origin = env().APP_URL;
	for await (const page of eachPublished(filters)) {
		for (let from = 0; from < page.length; from += AT_ONCE) {
			yield page.slice(from, from + AT_ONCE).map((event) => toFeedEvent(event, { locale, origin }));
		}
	}
}
