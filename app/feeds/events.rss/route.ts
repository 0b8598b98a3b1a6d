import { definePublicRoute } from "@/app/define-route";
import { answerFeed, type FeedRequest } from "@/app/feeds/answer-feed";
import { eachFeedEvent } from "@/app/feeds/each-feed-event";
import { preflight } from "@/app/preflight";
import { openRss, RSS_END, writeItem } from "@/lib/feeds/rss";

export const dynamic = "force-dynamic";

/** Every event under the filters for feed readers, those without a known day too. */
export const GET = definePublicRoute({
	name: "feeds.rss",
	cors: true,
	run: (read) =>
		answerFeed(read, { type: "application/rss+xml", fileName: "26-february.rss", write: writeRss }),
});

export const OPTIONS = definePublicRoute({ name: "feeds.rss", cors: true, run: preflight });

async function* writeRss({ filters, lang, texts, now, ...feed }: FeedRequest) {
	const { name, description, words } = texts;
	yield openRss({ title: name, description, language: lang, ...feed });
	for await (const events of eachFeedEvent(filters, lang)) {
		yield events.map((event) => writeItem(event, words, now)).join("");
	}
	yield RSS_END;
}
