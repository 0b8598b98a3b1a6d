import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeedEvent } from "./feed-event";
import { makeFeedEvent, NO_TIMES, NOW, PICTURE, WORDS } from "./feed-event.fixture";
import { childrenOf, readXml, textOf, type XmlElement } from "./read-xml.fixture";
import { type FeedInfo, openRss, RSS_END, writeItem } from "./rss";

const INFO: FeedInfo = {
	title: "26 fevral · Almaniya",
	description: "Anım tədbirləri.",
	language: "az",
	selfUrl: "https://calendar.example/feeds/events.rss?country=DE&lang=az",
	homeUrl: "https://calendar.example/az/events?country=DE&season=all",
	lastModified: new Date("2027-01-12T09:30:15Z"),
};

function channelOf(events: FeedEvent[], info = INFO): XmlElement | undefined {
	const items = events.map((event) => writeItem(event, WORDS, NOW)).join("");
	const root = readXml(`${openRss(info)}${items}${RSS_END}`);
	expect([root.name, root.attributes.version]).toEqual(["rss", "2.0"]);
	return childrenOf(root, "channel")[0];
}

function itemOf(event: FeedEvent): XmlElement | undefined {
	const items = childrenOf(channelOf([event]), "item");
	expect(items).toHaveLength(1);
	return items[0];
}

describe("the channel", () => {
	it("says what it is, in which language, and where", () => {
		const channel = channelOf([]);
		expect(textOf(channel, "title")).toBe(INFO.title);
		expect(textOf(channel, "language")).toBe("az");
		expect(textOf(channel, "link")).toBe(INFO.homeUrl);
		expect(textOf(channel, "lastBuildDate")).toBe("Tue, 12 Jan 2027 09:30:15 GMT");
		expect(childrenOf(channel, "atom:link").map(({ attributes }) => attributes)).toEqual([
			{ rel: "self", type: "application/rss+xml", href: INFO.selfUrl },
		]);
	});

	it("has no date where there is no event", () => {
		expect(textOf(channelOf([], { ...INFO, lastModified: null }), "lastBuildDate")).toBeNull();
	});
});

describe("an item", () => {
	it("carries the event", () => {
		const item = itemOf(makeFeedEvent());
		const names = ["title", "link", "guid", "pubDate", "atom:updated", "dc:creator", "dc:language"];
		expect(names.map((name) => textOf(item, name))).toEqual([
			"Evening of remembrance",
			"https://calendar.example/en/events/2027/kathmandu",
			"0190@calendar.example",
			"Sun, 10 Jan 2027 08:00:00 GMT",
			"2027-01-12T09:30:15.000Z",
			"Embassy of Azerbaijan",
			"en",
		]);
		expect(childrenOf(item, "guid")[0]?.attributes).toEqual({ isPermaLink: "false" });
		expect(childrenOf(item, "category").map(({ text }) => text)).toEqual(["Ceremony", "Nepal"]);
		expect(textOf(item, "georss:point")).toBe("27.7172 85.324");
		const [picture] = childrenOf(item, "media:content");
		expect(picture?.attributes).toEqual({
			url: "https://calendar.example/media/1.webp",
			medium: "image",
			type: "image/webp",
			width: "1600",
			height: "900",
		});
		expect(textOf(picture, "media:description")).toBe("A candle");
		expect(textOf(picture, "media:credit")).toBe("Embassy");
	});

	it("says when and where in words, and shows what was written", () => {
		const item = itemOf(makeFeedEvent());
		expect(textOf(item, "description")).toBe(
			"26 February 2027, 19:00 – 21:00 (UTC+05:45) · City Hall, Kathmandu, Nepal · Embassy of Azerbaijan",
		);
		expect(textOf(item, "content:encoded")).toContain(
			'<div lang="en" dir="ltr"><p>Candles are lit at <em>seven</em>.</p></div>',
		);
	});

	it.each([
		["all day", { ...NO_TIMES, isAllDay: true, endDate: "2027-02-28" }, "26 – 28 February 2027 ·"],
		[
			"of a year",
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
			"2015: date not known ·",
		],
		[
			"of no known date",
			{ ...NO_TIMES, datePrecision: "unknown", startDate: null },
			"Date not known ·",
		],
	] as const)("%s", (_what, schedule, beginning) => {
		const description = textOf(itemOf(makeFeedEvent({}, schedule)), "description");
		expect(description?.slice(0, beginning.length)).toBe(beginning);
	});

	it("tells that it is cancelled, and why", () => {
		const event = makeFeedEvent({ status: "cancelled", statusReason: "The hall is closed." });
		expect(textOf(itemOf(event), "description")).toMatch(
			/ · This event is cancelled\. · The hall is closed\.$/,
		);
	});

	it("gives an online event no point, and a text from right to left its side", () => {
		const event = makeFeedEvent({ attendanceMode: "online", language: "ar", title: "أمسية" });
		const item = itemOf(event);
		expect(textOf(item, "georss:point")).toBeNull();
		expect(textOf(item, "description")).toContain(" · Online · ");
		expect(childrenOf(item, "title")[0]?.attributes).toEqual({ "xml:lang": "ar" });
		expect(textOf(item, "content:encoded")).toContain('<div lang="ar" dir="rtl">');
	});
});

it("is well-formed whatever is typed, and says the same to a foreign parser", () => {
	const piece = fc.constantFrom(
		"]]>",
		"<![CDATA[",
		"<script>alert(1)</script>",
		"&amp;",
		"&",
		'"',
		"'",
		"\u0000",
		"\u000b",
		"\u0085",
		"\ud83d",
		"\ufffe",
		"\u202e",
		"\u2066",
		"🕯",
		"Xocalı",
		"سفارة",
		" ",
		"\r\n",
		"x".repeat(5000),
	);
	const text = fc.oneof(
		fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
		fc.string({ unit: "binary", maxLength: 200 }),
	);
	fc.assert(
		fc.property(text, text, text, text, (title, organiserName, venueName, descriptionMarkdown) => {
			const event = makeFeedEvent({
				title,
				organiserName,
				venueName,
				descriptionMarkdown: descriptionMarkdown.slice(0, 20_000),
				pictures: [
					{
						...PICTURE,
						alt: title,
						url: `https://calendar.example/${encodeURIComponent(organiserName.replace(/\p{Cs}/gu, ""))}`,
					},
				],
			});
			const item = itemOf(event);
			expect(textOf(item, "title") ?? "").toBe(inOneLine(title));
			expect(textOf(item, "description")).toContain(inOneLine(organiserName));
			expect(textOf(item, "description")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
			expect(textOf(item, "content:encoded")).not.toMatch(/<script|<!\[CDATA/);
			expect(item?.children.length).toBeLessThanOrEqual(14);
		}),
		{ numRuns: 80 },
	);
});

function inOneLine(text: string): string {
	return text
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/\u0085/g, "\n")
		.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "");
}
