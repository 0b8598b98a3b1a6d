import { countryName } from "@/lib/places/countries";
import { writeEntry } from "./entry";
import type { FeedEvent, FeedPicture, FeedWords } from "./feed-event";
import { element, startTag, textElement } from "./xml";

const NAMESPACES = {
	"xmlns:atom": "http://www.w3.org/2005/Atom",
	"xmlns:content": "http://purl.org/rss/1.0/modules/content/",
	"xmlns:dc": "http://purl.org/dc/elements/1.1/",
	"xmlns:georss": "http://www.georss.org/georss",
	"xmlns:media": "http://search.yahoo.com/mrss/",
};
/** Minutes that a reader may wait before it asks again. */
const TTL = "60";

/** What a feed says of itself. */
export type FeedInfo = {
	title: string;
	description: string;
	/** Of the asked words (BCP 47). */
	language: string;
	/** Absolute address of the feed. */
	selfUrl: string;
	/** Absolute address of the page that shows the same events. */
	homeUrl: string;
	/** Of the latest change; null where there is no event. */
	lastModified: Date | null;
};

/** The beginning of an RSS 2.0 document; items and `RSS_END` follow. */
export function openRss(info: FeedInfo): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		startTag("rss", { version: "2.0", ...NAMESPACES, "xml:lang": info.language }),
		"\n<channel>\n",
		textElement("title", info.title),
		textElement("link", info.homeUrl),
		textElement("description", info.description),
		textElement("language", info.language),
		textElement("lastBuildDate", info.lastModified?.toUTCString() ?? null),
		textElement("docs", "https://www.rssboard.org/rss-specification"),
		textElement("ttl", TTL),
		element("atom:link", { rel: "self", type: "application/rss+xml", href: info.selfUrl }),
	].join("");
}

/**
 * An item. Its guid is the UID; its date is that of the first publication, so that an edit does not make it look new
 * (decision 0011): the last change is `atom:updated`.
 */
export function writeItem(event: FeedEvent, words: FeedWords, now: Date): string {
	const entry = writeEntry(event, words, now);
	const written = { "xml:lang": event.language };
	const said = { "xml:lang": event.locale };
	return element(
		"item",
		{},
		[
			textElement("title", entry.title, written),
			textElement("link", event.url),
			textElement("guid", event.uid, { isPermaLink: "false" }),
			textElement("pubDate", event.firstPublishedAt.toUTCString()),
			textElement("atom:updated", event.lastModified.toISOString()),
			textElement("category", words.types[event.type] ?? event.type),
			textElement("category", countryName(event.country, event.locale)),
			...(event.organiserName ? [textElement("dc:creator", event.organiserName)] : []),
			textElement("dc:language", event.language),
			textElement("description", entry.summary, said),
			textElement("content:encoded", entry.html, said),
			...event.pictures.slice(0, 1).map(writePicture),
			writePoint(event),
		].join(""),
	);
}

/** Its last lines. */
export const RSS_END = "</channel>\n</rss>\n";

/** Media RSS, because an enclosure must name its size in octets, which pictures made on demand do not know. */
function writePicture({ url, width, height, alt, credit }: FeedPicture): string {
	const size = { width: String(width), height: String(height) };
	return element(
		"media:content",
		{ url, medium: "image", type: "image/webp", ...size },
		textElement("media:description", alt, { type: "plain" }) + textElement("media:credit", credit),
	);
}

function writePoint({ lat, lon, attendanceMode }: FeedEvent): string {
	if (lat === null || lon === null || attendanceMode === "online") return "";
	return textElement("georss:point", `${lat} ${lon}`);
}
