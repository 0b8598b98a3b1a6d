import { describe, expect, it } from "vitest";
import { makeFeedEvent, NO_TIMES } from "./feed-event.fixture";
import { toICalendar } from "./icalendar";
import { INFO, parse, parseEvents, parseOne, rawLines } from "./read-calendar.fixture";

describe("days", () => {
	it("without a time are dates, with the day after the last as their end", () => {
		const event = makeFeedEvent({}, { ...NO_TIMES, isAllDay: true, endDate: "2027-02-28" });
		expect(rawLines([event], "DTSTART;")).toEqual(["DTSTART;VALUE=DATE:20270226"]);
		expect(rawLines([event], "DTEND")).toEqual(["DTEND;VALUE=DATE:20270301"]);
		expect(rawLines([event], "BEGIN:VTIMEZONE")).toEqual([]);
	});

	it("whose time is to be announced say so", () => {
		const component = parseOne(makeFeedEvent({}, NO_TIMES));
		expect(String(component.getFirstPropertyValue("dtstart"))).toBe("2027-02-26");
		expect(component.getFirstPropertyValue("description")).toMatch(
			/^The time will be announced\.\n\nCandles/,
		);
	});

	it.each([
		["Pacific/Kiritimati", "2027-02-26T09:59:59Z", "2027-02-26T10:00:00Z"],
		["America/St_Johns", "2027-02-27T03:29:59Z", "2027-02-27T03:30:00Z"],
	])(
		"in %s: once the day is over, the time is not announced any more",
		(timezone, before, after) => {
			const event = makeFeedEvent({}, { ...NO_TIMES, timezone });
			const noteAt = (now: string) =>
				String(
					parse(toICalendar([event], { ...INFO, now: new Date(now) }))
						.getFirstSubcomponent("vevent")
						?.getFirstPropertyValue("description"),
				).split("\n")[0];
			expect(noteAt(before)).toBe("The time will be announced.");
			expect(noteAt(after)).toBe("The source does not state the time.");
		},
	);

	it("that nobody knows are left out", () => {
		const year = makeFeedEvent(
			{},
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
		);
		const unknown = makeFeedEvent({}, { ...NO_TIMES, datePrecision: "unknown", startDate: null });
		expect(parseEvents([year, unknown, makeFeedEvent()])).toHaveLength(1);
	});
});

describe("properties", () => {
	it("name the calendar and its refreshing", () => {
		const calendar = parse(toICalendar([makeFeedEvent()], INFO));
		expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("26 February");
		expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
		expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
		expect(calendar.getFirstPropertyValue("url")).toBe(INFO.url);
	});

	it("carry the event", () => {
		const component = parseOne(makeFeedEvent());
		const text = Object.fromEntries(
			[
				"uid",
				"sequence",
				"dtstamp",
				"created",
				"last-modified",
				"summary",
				"location",
				"url",
				"status",
				"categories",
				"contact",
				"image",
				"geo",
			].map((name) => [name, String(component.getFirstPropertyValue(name))]),
		);
		expect(text).toEqual({
			uid: "0190@calendar.example",
			sequence: "2",
			dtstamp: "2027-01-12T09:30:15Z",
			created: "2027-01-10T08:00:00Z",
			"last-modified": "2027-01-12T09:30:15Z",
			summary: "Evening of remembrance",
			location: "City Hall, Durbar Marg 1, Kathmandu, Nepal",
			url: "https://calendar.example/en/events/2027/kathmandu",
			status: "CONFIRMED",
			categories: "ceremony",
			contact: "Embassy of Azerbaijan, post@embassy.example",
			image: "https://calendar.example/media/1.webp",
			geo: "27.7172,85.324",
		});
		expect(component.getFirstProperty("summary")?.getFirstParameter("language")).toBe("en");
	});

	it.each([
		["scheduled", "CONFIRMED"],
		["rescheduled", "CONFIRMED"],
		["postponed", "TENTATIVE"],
		["cancelled", "CANCELLED"],
	] as const)("%s is STATUS:%s", (status, written) => {
		expect(rawLines([makeFeedEvent({ status })], "STATUS:")).toEqual([`STATUS:${written}`]);
	});

	it("say why an event is cancelled, and what is an example", () => {
		const event = makeFeedEvent({
			status: "cancelled",
			statusReason: "The hall is closed.",
			isDemo: true,
		});
		expect(parseOne(event).getFirstPropertyValue("description")).toBe(
			"Demonstration data.\nThis event is cancelled.\nThe hall is closed.\n\nCandles are lit at seven.\n\nhttps://calendar.example/en/events/2027/kathmandu",
		);
	});

	it("name the country in the reader's language, whatever that of the text", () => {
		const event = makeFeedEvent({ locale: "az", language: "de", cityName: "Katmandu" });
		expect(parseOne(event).getFirstPropertyValue("location")).toMatch(/, Katmandu, Nepal$/);
		const vienna = makeFeedEvent({ locale: "en", language: "az", country: "AT" });
		expect(parseOne(vienna).getFirstPropertyValue("location")).toMatch(/, Austria$/);
	});

	it("lead to an online event", () => {
		const online = makeFeedEvent({
			attendanceMode: "online",
			onlineUrl: "https://meet.example/a;b",
		});
		const component = parseOne(online);
		expect(component.getFirstPropertyValue("location")).toBe("https://meet.example/a;b");
		expect(component.getFirstPropertyValue("conference")).toBe("https://meet.example/a;b");
		expect(component.getFirstProperty("geo")).toBeNull();
	});

	it("do not change while the event does not", () => {
		expect(toICalendar([makeFeedEvent()], INFO)).toBe(toICalendar([makeFeedEvent()], INFO));
	});
});
