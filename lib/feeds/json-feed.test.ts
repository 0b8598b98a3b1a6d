import { describe, expect, it } from "vitest";
import { makeFeedEvent, NO_TIMES, NOW, WORDS } from "./feed-event.fixture";
import { JSON_FEED_END, openJsonFeed, toJsonFeedItem } from "./json-feed";

const INFO = {
	title: '26 February · "Germany"',
	description: "Events of remembrance.",
	language: "en",
	selfUrl: "https://calendar.example/feeds/events.json",
	homeUrl: "https://calendar.example/en/events?season=all",
	aboutUrl: "https://calendar.example/en/api#json-feed",
	lastModified: null,
};

describe("the feed", () => {
	it("is one document of version 1.1 when its parts are joined", () => {
		const items = [makeFeedEvent(), makeFeedEvent({ uid: "2" })].map((event) =>
			JSON.stringify(toJsonFeedItem(event, WORDS, NOW)),
		);
		const feed = JSON.parse(`${openJsonFeed(INFO)}${items.join(",\n")}${JSON_FEED_END}`);
		expect(feed).toMatchObject({
			version: "https://jsonfeed.org/version/1.1",
			title: INFO.title,
			home_page_url: INFO.homeUrl,
			feed_url: INFO.selfUrl,
			language: "en",
			_event: { about: INFO.aboutUrl },
			items: [{ id: "0190@calendar.example" }, { id: "2" }],
		});
		expect(JSON.parse(openJsonFeed(INFO) + JSON_FEED_END).items).toEqual([]);
	});
});

describe("an item", () => {
	it("carries the event", () => {
		expect(toJsonFeedItem(makeFeedEvent(), WORDS, NOW)).toMatchObject({
			id: "0190@calendar.example",
			url: "https://calendar.example/en/events/2027/kathmandu",
			title: "Evening of remembrance",
			language: "en",
			date_published: "2027-01-10T08:00:00.000Z",
			date_modified: "2027-01-12T09:30:15.000Z",
			authors: [{ name: "Embassy of Azerbaijan", url: "https://embassy.example/" }],
			tags: ["Ceremony", "Nepal"],
			image: "https://calendar.example/media/1.webp",
			_event: {
				start: "2027-02-26T19:00:00+05:45",
				end: "2027-02-26T21:00:00+05:45",
				zone: "Asia/Kathmandu",
				season: 2027,
				status: "scheduled",
				attendance: "in_person",
				place: { name: "City Hall", city: "Kathmandu", country: "NP", lat: 27.7172 },
			},
		});
	});

	it.each([
		["all day", { ...NO_TIMES, isAllDay: true }, "2027-02-26", "2027-02-26"],
		[
			"of a year",
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
			"2015",
			null,
		],
		["of no date", { ...NO_TIMES, datePrecision: "unknown", startDate: null }, null, null],
	] as const)("%s is as precise as it is known", (_what, schedule, start, end) => {
		const { _event } = toJsonFeedItem(makeFeedEvent({}, schedule), WORDS, NOW);
		expect([_event.start, _event.end]).toEqual([start, end]);
	});

	it("of an online event has no place", () => {
		const event = makeFeedEvent({ attendanceMode: "online", onlineUrl: "https://meet.example/1" });
		expect(toJsonFeedItem(event, WORDS, NOW)._event).toMatchObject({
			place: null,
			online_url: "https://meet.example/1",
		});
	});
});
