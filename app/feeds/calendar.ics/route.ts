import { z } from "zod";
import { definePublicRoute } from "@/app/define-route";
import { feedTexts } from "@/app/feeds/feed-texts";
import { pageAddress } from "@/app/page-address";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { calendarFilters } from "@/lib/calendar/filters";
import { calendarVersion, eachPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import type { FeedEvent } from "@/lib/feeds/feed-event";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { toICalendar } from "@/lib/feeds/icalendar";
import { LOCALES } from "@/lib/text/languages";
import { todayIn } from "@/lib/time/wall-time";

export const dynamic = "force-dynamic";

const feedQuery = calendarFilters.extend({ lang: z.enum(LOCALES, "field.choose").default("en") });

/** The whole calendar, or what the filters leave of it, to subscribe to; never cut short. */
export const GET = definePublicRoute({
	name: "feeds.calendar",
	cors: true,
	async run({ request, url }) {
		const { lang, ...filters } = readParameters(url, feedQuery);
		const version = await calendarVersion(filters);
		const now = new Date();
		// What is over is worded otherwise: a new day makes a new version.
		const etag = entityTagOf(request, version, todayIn("UTC", now));
		const known = notModified(request, etag, version);
		if (known) return known;
		const origin = env().APP_URL;
		const events: FeedEvent[] = [];
		for await (const page of eachPublished(filters)) {
			events.push(...page.map((event) => toFeedEvent(event, { locale: lang, origin })));
		}
		const texts = await feedTexts(lang, filters);
		return new Response(toICalendar(events, { ...texts, url: pageAddress(lang, "/events"), now }), {
			headers: {
				...validators(etag, version),
				"Content-Type": "text/calendar; charset=utf-8",
				"Content-Disposition": 'inline; filename="26-february.ics"',
			},
		});
	},
});
