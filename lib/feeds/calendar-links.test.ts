import { describe, expect, it } from "vitest";
import type { Schedule } from "@/lib/time/schedule";
import { calendarLinks } from "./calendar-links";
import type { FeedEvent } from "./feed-event";
import { makeFeedEvent, NO_TIMES } from "./feed-event.fixture";

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

	it("reaches to the last of several days, with and without a closing hour", () => {
		const days = { endDate: "2027-02-28" };
		const open = calendarLinks(feedEvent({ ...days, endTime: null }), "");
		expect(parametersOf(open?.google).dates).toBe("20270226T131500Z/20270228T181500Z");
		expect(parametersOf(open?.office).enddt).toBe("2027-03-01T00:00:00+05:45");
		const closed = calendarLinks(feedEvent({ ...days, endTime: "17:00" }), "");
		expect(parametersOf(closed?.outlook).enddt).toBe("2027-02-28T17:00:00+05:45");
	});

	it.each([
		["earlier", "20261101T053000Z", "2026-11-01T01:30:00-04:00"],
		["later", "20261101T063000Z", "2026-11-01T01:30:00-05:00"],
	] as const)("means the %s of two equal hours", (startDisambiguation, utc, local) => {
		const links = calendarLinks(
			feedEvent({
				timezone: "America/New_York",
				startDate: "2026-11-01",
				startTime: "01:30",
				endTime: null,
				startDisambiguation,
			}),
			"",
		);
		expect(parametersOf(links?.google)).toMatchObject({
			dates: `${utc}/${utc}`,
			ctz: "America/New_York",
		});
		expect(parametersOf(links?.office)).toMatchObject({ startdt: local, enddt: local });
	});

	it("treats a day without an hour as a whole day", () => {
		const links = calendarLinks(feedEvent(NO_TIMES), "");
		expect(parametersOf(links?.google)).not.toHaveProperty("ctz");
		expect(parametersOf(links?.google).dates).toBe("20270226/20270227");
		expect(parametersOf(links?.outlook)).toMatchObject({ startdt: "2027-02-26", allday: "true" });
	});

	it("subscribes the device's own calendar to the event's file", () => {
		expect(calendarLinks(feedEvent({}), "")?.webcal).toBe(
			"webcal://calendar.example/en/events/2027/kathmandu.ics",
		);
	});

	it("writes spaces so that Outlook reads them, and keeps plus signs", () => {
		const links = calendarLinks(feedEvent({}, "a + b"), "Main hall, 1 & 2");
		for (const link of [links?.outlook ?? "", links?.office ?? ""]) {
			expect(link).not.toContain("+");
			const { body, location } = parametersOf(link);
			expect(body).toMatch(/^a \+ b\n\nhttps:/);
			expect(location).toBe("Main hall, 1 & 2");
		}
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
