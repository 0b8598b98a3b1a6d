import { expect, it } from "vitest";
import { subscriptionLinks } from "./subscription-links";

it("keeps the filters in every address, also inside those of web calendars", () => {
	const query = "country=DE&q=a%26b&lang=az";
	const links = subscriptionLinks({
		query,
		name: "26 fevral · Almaniya",
		origin: "https://a.example",
	});
	expect(links).toMatchObject({
		calendar: `https://a.example/feeds/calendar.ics?${query}`,
		webcal: `webcal://a.example/feeds/calendar.ics?${query}`,
		rss: `https://a.example/feeds/events.rss?${query}`,
		json: `https://a.example/feeds/events.json?${query}`,
	});
	expect(Object.fromEntries(new URL(links.google).searchParams)).toEqual({ cid: links.webcal });
	expect(Object.fromEntries(new URL(links.outlook).searchParams)).toEqual({
		url: links.calendar,
		name: "26 fevral · Almaniya",
	});
});

it("has no question mark where nothing is chosen", () => {
	const { webcal } = subscriptionLinks({ query: "", name: "", origin: "http://localhost:3000" });
	expect(webcal).toBe("webcal://localhost:3000/feeds/calendar.ics");
});
