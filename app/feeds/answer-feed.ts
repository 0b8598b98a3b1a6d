import { feedAddresses, feedQuery } from "@/app/feeds/feed-query";
import { type FeedTexts, feedTexts } from "@/app/feeds/feed-texts";
import { streamedAnswer } from "@/app/feeds/streamed-answer";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import type { CalendarFilters } from "@/lib/calendar/filters";
import { calendarVersion } from "@/lib/calendar/queries";
import type { Locale } from "@/lib/text/languages";
import { todayIn } from "@/lib/time/wall-time";

/** What a feed is written from. */
export type FeedRequest = {
	filters: CalendarFilters;
	lang: Locale;
	texts: FeedTexts;
	selfUrl: string;
	homeUrl: string;
	lastModified: Date | null;
	now: Date;
};

/**
 * Answers a feed: every event under the filters, in the asked language, never cut short. Whoever has this version
 * already is told so before any event is read.
 */
export async function answerFeed(
	{ request, url }: { request: Request; url: URL },
	{
		type,
		fileName,
		write,
	}: {
		type: string;
		fileName: string;
		write: (feed: FeedRequest) => AsyncGenerator<string, void, undefined>;
	},
): Promise<Response> {
	const { lang, ...filters } = readParameters(url, feedQuery);
	const version = await calendarVersion(filters);
	const now = new Date();
	// What is over is worded otherwise: a new day makes a new version.
	const etag = entityTagOf(request, version, todayIn("UTC", now));
	const known = notModified(request, etag, version);
	if (known) return known;
	const texts = await feedTexts(lang, filters);
	const addresses = feedAddresses(url, { lang, filters });
	const { lastModified } = version;
	return streamedAnswer(
		request,
		() => write({ filters, lang, texts, ...addresses, lastModified, now }),
		{
			...validators(etag, version),
			"Content-Type": `${type}; charset=utf-8`,
			"Content-Language": lang,
			"Content-Disposition": `inline; filename="${fileName}"`,
		},
	);
}
