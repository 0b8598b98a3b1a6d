import { definePublicRoute } from "@/app/define-route";
import { answerFeed, type FeedRequest } from "@/app/feeds/answer-feed";
import { eachFeedEvent } from "@/app/feeds/each-feed-event";
import { pageAddress } from "@/app/page-address";
import { preflight } from "@/app/preflight";
import { JSON_FEED_END, openJsonFeed, toJsonFeedItem } from "@/lib/feeds/json-feed";

export const dynamic = "force-dynamic";

/** Every event under the filters as JSON Feed 1.1, those without a known day too. */
export const GET = definePublicRoute({
	name: "feeds.json",
	cors: true,
	run: (read) =>
		answerFeed(read, {
			type: "application/feed+json",
			fileName: "26-february.json",
			write: writeJsonFeed,
		}),
});

export const OPTIONS = definePublicRoute({ name: "feeds.json", cors: true, run: preflight });

async function* writeJsonFeed({ filters, lang, texts, now, ...feed }: FeedRequest) {
	const { name, description, words } = texts;
	const aboutUrl = `${pageAddress(lang, "/api")}#Feeds`;
	yield openJsonFeed({ title: name, description, language: lang, aboutUrl, ...feed });
	let separator = "";
	for await (const events of eachFeedEvent(filters, lang)) {
		const items = events.map((event) => JSON.stringify(toJsonFeedItem(event, words, now)));
		yield `${separator}${items.join(",\n")}`;
		separator = ",\n";
	}
	yield JSON_FEED_END;
}
