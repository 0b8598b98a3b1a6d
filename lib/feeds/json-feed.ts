import { countryName } from "@/lib/places/countries";
import { writeEntry } from "./entry";
import type { FeedEvent, FeedWords } from "./feed-event";
import { describeTimes } from "./json-ld";
import type { FeedInfo } from "./rss";

type Info = FeedInfo & {
	/** Absolute address where the extension `_event` is explained. */
	aboutUrl: string;
};

/** The beginning of a JSON Feed 1.1 document; items apart by commas and `JSON_FEED_END` follow. */
export function openJsonFeed(info: Info): string {
	const head = JSON.stringify({
		version: "https://jsonfeed.org/version/1.1",
		title: info.title,
		home_page_url: info.homeUrl,
		feed_url: info.selfUrl,
		description: info.description,
		language: info.language,
		_event: { about: info.aboutUrl },
	});
	return `${head.slice(0, -1)},"items":[\n`;
}

/** An item; `_event` says when and where for machines (see docs/api.md). */
export function toJsonFeedItem(event: FeedEvent, words: FeedWords, now: Date) {
	const { title, summary, html } = writeEntry(event, words, now);
	return {
		id: event.uid,
		url: event.url,
		title,
		summary,
		content_html: html,
		language: event.language,
		date_published: event.firstPublishedAt.toISOString(),
		date_modified: event.lastModified.toISOString(),
		...(event.organiserName ? { authors: [authorOf(event)] } : {}),
		tags: [words.types[event.type] ?? event.type, countryName(event.country, event.locale)],
		...(event.pictures[0] ? { image: event.pictures[0].url } : {}),
		_event: describeEvent(event),
	};
}

function authorOf({ organiserName, organiserUrl }: FeedEvent) {
	return { name: organiserName, ...(organiserUrl ? { url: organiserUrl } : {}) };
}

/** Its last line. */
export const JSON_FEED_END = "]}\n";

function describeEvent(event: FeedEvent) {
	const { startDate = null, endDate = null } = describeTimes(event);
	const isOnline = event.attendanceMode === "online";
	return {
		start: startDate,
		end: endDate,
		zone: event.schedule.timezone,
		season: event.season,
		type: event.type,
		status: event.status,
		attendance: event.attendanceMode,
		place: isOnline
			? null
			: {
					name: event.venueName,
					address: event.address,
					city: event.cityName,
					country: event.country,
					lat: event.lat,
					lon: event.lon,
				},
		online_url: event.onlineUrl,
		is_example: event.isDemo,
	};
}
