import { definePublicRoute } from "@/app/define-route";
import { feedQuery } from "@/app/feeds/feed-query";
import { streamedAnswer } from "@/app/feeds/streamed-answer";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import type { CalendarFilters } from "@/lib/calendar/filters";
import { calendarVersion, eachPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { FEATURES_END, FEATURES_START, toFeature } from "@/lib/feeds/geo-json";

export const dynamic = "force-dynamic";

/** Every event under the calendar's filters as one GeoJSON FeatureCollection; never cut short. */
export const GET = definePublicRoute({
	name: "api.geojson",
	cors: true,
	async run({ request, url }) {
		const { lang, ...filters } = readParameters(url, feedQuery);
		const version = await calendarVersion(filters);
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		if (known) return known;
		return streamedAnswer(request, () => writeFeatures(filters, lang), {
			...validators(etag, version),
			"Content-Type": "application/geo+json",
			"Content-Disposition": 'inline; filename="26-february.geojson"',
		});
	},
});

export const OPTIONS = definePublicRoute({ name: "api.geojson", cors: true, run: preflight });

async function* writeFeatures(filters: CalendarFilters, lang: string) {
	const origin = env().APP_URL;
	yield FEATURES_START;
	let separator = "";
	for await (const page of eachPublished(filters)) {
		const features = page.map((event) => JSON.stringify(toFeature(event, { lang, origin })));
		yield `${separator}${features.join(",\n")}`;
		separator = ",\n";
	}
	yield FEATURES_END;
}
