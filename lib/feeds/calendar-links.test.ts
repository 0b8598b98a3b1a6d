import { describe, expect, it } from "vitest";
import type { Schedule } from "@/lib/time/schedule";
import { calendarLinks } from "./calendar-links";
import type { FeedEvent } from "./feed-event";
import { makeFeedEvent } from "./feed-event.fixture";

function feedEvent(schedule: Partial<Schedule>, description = "Speeches & music"): FeedEvent {
	return makeFeedEvent({ title: "A & B", descriptionText: description }, schedule);
}

function parametersOf(url: string | undefined): Record<string, string> {
	return Object.fromEntries(new URL(url ?? "").searchParams);
}

describe("calendarLinks", () => {
	it("names the right instants of a timed event", () => {
		const links = calendarLinks(feedEvent({}), "Kathmandu, Nepal");
		expect(parametersOf(links?.google)).toMatchObject({
			text: "A & B",
			dates: "20270226T131500Z/20270226T151500Z",
			ctz: "Asia/Kathmandu",
			location: "Kathmandu, Nepal",
		});
		expect(parametersOf(links?.outlook)).toMatchObject({
			startdt: "2027-02-26T19:00:00+05:45",
			enddt: "2027-02-26T21:00:00+05:45",
		});
	});

	it("invents no end", () => {
		expect(parametersOf(calendarLinks(feedEvent({ endTime: null }), "")?.google).dates).toBe(
			"20270226T131500Z/20270226T131500Z",
		);
	});

	it("gives whole days an end that is the day after", () => {
		const days = {
			isAllDay: true,
			hasStartTime: false,
			startTime: null,
			endTime: null,
			endDate: "2027-02-28",
		};
		const links = calendarLinks(feedEvent(days), "");
		expect(parametersOf(links?.google).dates).toBe("20270226/20270301");
		expect(parametersOf(links?.outlook)).toMatchObject({
			startdt: "2027-02-26",
			enddt: "2027-03-01",
			allday: "true",
		});
	});

	it("has none without a day", () => {
		expect(
			calendarLinks(
				feedEvent({
					datePrecision: "unknown",
					startDate: null,
					startTime: null,
					endTime: null,
					hasStartTime: false,
				}),
				"",
			),
		).toBeNull();
	});

	it("keeps addresses short enough for any server, whatever the description", () => {
		const links = calendarLinks(feedEvent({}, "ə".repeat(20_000)), "");
		expect(links?.google.length).toBeLessThan(8_000);
	});
});
