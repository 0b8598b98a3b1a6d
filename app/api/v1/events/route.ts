import { pageAnswer } from "@/app/api/v1/page-answer";
import { eventsQuery } from "@/app/api/v1/parameters";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { calendarVersion, listPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { toApiEvent } from "@/lib/feeds/api-event";

export const dynamic = "force-dynamic";

/** A page of published events under the calendar's filters. */
export const GET = definePublicRoute({
	name: "api.events",
	cors: true,
	async run({ request, url }) {
		const { lang, limit, cursor = null, ...filters } = readParameters(url, eventsQuery);
		const version = await calendarVersion(filters);
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		if (known) return known;
		const { items, nextCursor } = await listPublished(filters, { limit, cursor });
		const origin = env().APP_URL;
		return pageAnswer(
			url,
			{ items: items.map((event) => toApiEvent(event, { lang, origin })), nextCursor },
			validators(etag, version),
		);
	},
});

export const OPTIONS = definePublicRoute({ name: "api.events", cors: true, run: preflight });
