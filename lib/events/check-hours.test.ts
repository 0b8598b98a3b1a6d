import { describe, expect, it } from "vitest";
import { hoursRows, type OpeningHours, writtenHours } from "@/lib/calendar/opening-hours";
import { makeFeedEvent, NO_TIMES } from "@/lib/feeds/feed-event.fixture";
import { describeHours } from "@/lib/feeds/json-ld-hours";
import type { Schedule } from "@/lib/time/schedule";
import { checkHours } from "./check-hours";

const WEEK: Schedule = {
	datePrecision: "day",
	year: 2027,
	// Thursday to Tuesday.
	startDate: "2027-02-25",
	endDate: "2027-03-02",
	startTime: null,
	endTime: null,
	isAllDay: true,
	hasStartTime: false,
	timezone: "Asia/Kathmandu",
	startDisambiguation: null,
	endDisambiguation: null,
};
const DAY = { opens: "10:00", closes: "18:00" };
const NONE = { opens: null, closes: null };
const HOURS: OpeningHours = {
	week: { 4: DAY, 5: DAY, 6: { opens: "12:00", closes: "16:00" }, 7: NONE, 3: DAY },
	dates: [{ date: "2027-02-26", ...NONE }],
};

describe("opening hours", () => {
	it("are read by the weekdays that occur, equal ones together, and the dates that differ", () => {
		const rows = hoursRows(HOURS, WEEK, "en").map(({ days, hours }) => [days, hours]);
		expect(rows).toEqual([
			["Monday – Tuesday", null],
			["Thursday – Friday", DAY],
			["Saturday", { opens: "12:00", closes: "16:00" }],
			["Sunday", null],
			["Friday, 26 February 2027", null],
		]);
		expect(hoursRows(HOURS, WEEK, "ar").at(-1)?.days).toContain("،");
	});

	it.each<[string, OpeningHours, Partial<Schedule>]>([
		["an event of one day", HOURS, { endDate: null }],
		["an event without a day", HOURS, { startDate: null, endDate: null }],
		["nothing stated", { week: { 1: NONE }, dates: [{ date: "2027-02-26", ...NONE }] }, {}],
	])("say nothing of %s", (_name, hours, schedule) => {
		expect(writtenHours(hours, { ...WEEK, ...schedule })).toEqual({ week: {}, dates: [] });
	});

	it.each<[string, OpeningHours, Record<string, string>]>([
		["good ones", HOURS, {}],
		[
			"an end alone",
			{ week: { 1: { opens: null, closes: "12:00" } }, dates: [] },
			{ "openingHours.week.1.opens": "hours.bothNeeded" },
		],
		[
			"a start alone",
			{ week: { 1: { opens: "12:00", closes: null } }, dates: [] },
			{ "openingHours.week.1.closes": "hours.bothNeeded" },
		],
		[
			"an end before the start",
			{ week: { 1: { opens: "12:00", closes: "12:00" } }, dates: [] },
			{ "openingHours.week.1.closes": "schedule.endBeforeStart" },
		],
		[
			"a day before the first",
			{ week: {}, dates: [{ date: "2027-02-24", ...DAY }] },
			{ "openingHours.dates.0.date": "hours.dateOutside" },
		],
		[
			"a day after the last",
			{ week: {}, dates: [{ date: "2027-03-03", ...NONE }] },
			{ "openingHours.dates.0.date": "hours.dateOutside" },
		],
		[
			"a day twice",
			{
				week: {},
				dates: [
					{ date: "2027-02-26", ...DAY },
					{ date: "2027-02-26", ...NONE },
				],
			},
			{ "openingHours.dates.1.date": "hours.dateTwice" },
		],
		[
			"times without a day",
			{ week: {}, dates: [{ date: null, ...DAY }] },
			{ "openingHours.dates.0.date": "field.required" },
		],
		["a line left empty", { week: {}, dates: [{ date: null, ...NONE }] }, {}],
	])("check: %s", (_name, openingHours, expected) => {
		expect(checkHours({ openingHours, schedule: WEEK })).toEqual(expected);
	});

	it("are told to search engines as those of the place while the event lasts", () => {
		const event = makeFeedEvent(
			{ openingHours: HOURS },
			{ ...NO_TIMES, isAllDay: true, startDate: WEEK.startDate, endDate: WEEK.endDate },
		);
		const span = { validFrom: "2027-02-25", validThrough: "2027-03-02" };
		expect(describeHours(event)).toEqual([
			{
				"@type": "OpeningHoursSpecification",
				dayOfWeek: ["https://schema.org/Thursday", "https://schema.org/Friday"],
				opens: "10:00",
				closes: "18:00",
				...span,
			},
			{
				"@type": "OpeningHoursSpecification",
				dayOfWeek: ["https://schema.org/Saturday"],
				opens: "12:00",
				closes: "16:00",
				...span,
			},
			{
				"@type": "OpeningHoursSpecification",
				opens: "00:00",
				closes: "00:00",
				validFrom: "2027-02-26",
				validThrough: "2027-02-26",
			},
		]);
	});
});
