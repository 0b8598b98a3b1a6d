import { definePublicRoute } from "@/app/define-route";
import { answerFeed, type FeedRequest } from "@/app/feeds/answer-feed";
import { eachFeedEvent } from "@/app/feeds/each-feed-event";
import { preflight } from "@/app/preflight";
import { zonesInUse } from "@/lib/calendar/zones-in-use";
import { CALENDAR_END, openCalendar, writeEvents } from "@/lib/feeds/icalendar";
import { zoneYearsOf } from "@/lib/feeds/icalendar-times";

export const dynamic = "force-dynamic";

/** The whole calendar, or what the filters leave of it, to subscribe to; events without a known day have no place in it. */
export const GET = definePublicRoute({
	name: "feeds.calendar",
	cors: true,
	run: (read) =>
		answerFeed(read, { type: "text/calendar", fileName: "26-february.ics", write: writeCalendar }),
});

export const OPTIONS = definePublicRoute({ name: "feeds.calendar", cors: true, run: preflight });

async function* writeCalendar({ filters, lang, texts, selfUrl, homeUrl, now }: FeedRequest) {
	const zones = zoneYearsOf(await zonesInUse(filters));
	const { name, description, words } = texts;
	yield openCalendar({ name, description, url: homeUrl, sourceUrl: selfUrl }, zones);
	for await (const events of eachFeedEvent(filters, lang)) {
		yield writeEvents(events, { ...words, zones, now });
	}
	yield CALENDAR_END;
}
