import { describe, expect, it } from "vitest";
import { deriveInstants, phaseOf, type Schedule, timingOf } from "./schedule";
import { seasonOfSchedule } from "./season";
import { validateSchedule } from "./validate-schedule";

const NOW = new Date("2026-11-23T12:00:00Z");

const TIMED: Schedule = {
	datePrecision: "day",
	year: null,
	startDate: "2027-02-26",
	endDate: null,
	startTime: "19:00",
	endTime: null,
	isAllDay: false,
	hasStartTime: true,
	timezone: "Asia/Kathmandu",
	startDisambiguation: null,
	endDisambiguation: null,
};
const NO_TIME = { startTime: null, endTime: null, hasStartTime: false };
const ALL_DAY: Schedule = { ...TIMED, ...NO_TIME, isAllDay: true };
const ANNOUNCED_LATER: Schedule = { ...TIMED, ...NO_TIME };
const YEAR: Schedule = { ...TIMED, ...NO_TIME, datePrecision: "year", year: 2015, startDate: null };
const UNKNOWN: Schedule = { ...YEAR, datePrecision: "unknown", year: null };

function utc(schedule: Schedule): (string | undefined)[] {
	const { startsAtUtc, endsAtUtc } = deriveInstants(schedule);
	return [startsAtUtc?.toISOString(), endsAtUtc?.toISOString()];
}

describe("deriveInstants", () => {
	it("never invents an end", () => {
		expect(utc(TIMED)).toEqual(["2027-02-26T13:15:00.000Z", undefined]);
		expect(utc({ ...TIMED, endDate: "2027-02-27" })).toEqual([
			"2027-02-26T13:15:00.000Z",
			undefined,
		]);
	});

	it("takes the end on its own day, or on the first", () => {
		expect(utc({ ...TIMED, endTime: "21:00" })[1]).toBe("2027-02-26T15:15:00.000Z");
		expect(utc({ ...TIMED, endDate: "2027-03-03", endTime: "10:00" })[1]).toBe(
			"2027-03-03T04:15:00.000Z",
		);
	});

	it.each([
		["Asia/Kathmandu", "2027-02-25T18:15:00.000Z", "2027-02-26T18:15:00.000Z"],
		["America/St_Johns", "2027-02-26T03:30:00.000Z", "2027-02-27T03:30:00.000Z"],
		["Pacific/Kiritimati", "2027-02-25T10:00:00.000Z", "2027-02-26T10:00:00.000Z"],
		["Pacific/Auckland", "2027-02-25T11:00:00.000Z", "2027-02-26T11:00:00.000Z"],
	])("runs a whole day from midnight to midnight in %s", (timezone, start, end) => {
		expect(utc({ ...ALL_DAY, timezone })).toEqual([start, end]);
		expect(utc({ ...ANNOUNCED_LATER, timezone })).toEqual([start, end]);
	});

	it("covers the last day of an exhibition", () => {
		expect(utc({ ...ALL_DAY, timezone: "Asia/Baku", endDate: "2027-03-05" })).toEqual([
			"2027-02-25T20:00:00.000Z",
			"2027-03-05T20:00:00.000Z",
		]);
	});

	it("gives no instant without a day", () => {
		expect(utc(YEAR)).toEqual([undefined, undefined]);
		expect(utc(UNKNOWN)).toEqual([undefined, undefined]);
	});
});

describe("phaseOf", () => {
	it.each([
		["2027-02-26T13:14:59Z", "upcoming"],
		["2027-02-26T13:15:00Z", "live"],
		["2027-02-26T18:14:59Z", "live"],
		["2027-02-26T18:15:00Z", "past"],
	])("of an event without an end, at %s, is %s: live until its day is over", (now, phase) => {
		expect(phaseOf(TIMED, new Date(now))).toBe(phase);
	});

	it("ends at the stated end", () => {
		const schedule = { ...TIMED, endTime: "20:00" };
		expect(phaseOf(schedule, new Date("2027-02-26T14:14:59Z"))).toBe("live");
		expect(phaseOf(schedule, new Date("2027-02-26T14:15:00Z"))).toBe("past");
	});

	it("follows the local day of an all-day event", () => {
		const now = new Date("2027-02-26T10:00:00Z");
		expect(phaseOf({ ...ALL_DAY, timezone: "Pacific/Kiritimati" }, now)).toBe("past");
		expect(phaseOf({ ...ALL_DAY, timezone: "America/St_Johns" }, now)).toBe("live");
		expect(
			phaseOf({ ...ALL_DAY, timezone: "America/Los_Angeles" }, new Date("2027-02-26T07:59:00Z")),
		).toBe("upcoming");
	});

	it("is undated without a day", () => {
		expect([phaseOf(YEAR, NOW), phaseOf(UNKNOWN, NOW)]).toEqual(["undated", "undated"]);
	});
});

it("timingOf tells the four timings apart", () => {
	expect([TIMED, ALL_DAY, ANNOUNCED_LATER, YEAR, UNKNOWN].map(timingOf)).toEqual([
		"timed",
		"all_day",
		"to_be_announced",
		"undated",
		"undated",
	]);
});

it("seasonOfSchedule uses the best that is known", () => {
	expect(seasonOfSchedule({ ...TIMED, startDate: "2025-12-01" })).toBe(2026);
	expect(seasonOfSchedule(YEAR)).toBe(2015);
	expect(seasonOfSchedule(UNKNOWN)).toBeNull();
});

describe("validateSchedule", () => {
	it.each([
		["timed", TIMED],
		["timed with the year of its day", { ...TIMED, year: 2027 }],
		["all-day", ALL_DAY],
		["to be announced", ANNOUNCED_LATER],
		["120 days", { ...ALL_DAY, startDate: "2027-01-01", endDate: "2027-04-30" }],
		["year", YEAR],
		["unknown", UNKNOWN],
		["past midnight", { ...TIMED, endDate: "2027-02-27", endTime: "01:00" }],
		[
			"twice, and said which",
			{
				...TIMED,
				timezone: "America/Sao_Paulo",
				startDate: "2012-02-25",
				startTime: "23:30",
				startDisambiguation: "later",
			},
		],
	] satisfies [string, Schedule][])("accepts %s", (_name, schedule) => {
		expect(validateSchedule(schedule, NOW)).toEqual({});
		expect(() => deriveInstants(schedule)).not.toThrow();
	});

	it.each([
		["no zone", { ...TIMED, timezone: "Mars/Base" }, { timezone: "schedule.zoneUnknown" }],
		["no date", { ...TIMED, startDate: null }, { startDate: "schedule.dateMissing" }],
		["30 February", { ...TIMED, startDate: "2027-02-30" }, { startDate: "schedule.dateInvalid" }],
		[
			"before the tragedy",
			{ ...TIMED, startDate: "1991-02-26" },
			{ startDate: "schedule.yearOutOfRange" },
		],
		[
			"three years ahead",
			{ ...TIMED, startDate: "2029-02-26" },
			{ startDate: "schedule.yearOutOfRange" },
		],
		["another year", { ...TIMED, year: 2026 }, { year: "schedule.yearUnexpected" }],
		[
			"ends a day early",
			{ ...TIMED, endDate: "2027-02-25" },
			{ endDate: "schedule.endBeforeStart" },
		],
		[
			"121 days",
			{ ...ALL_DAY, startDate: "2027-01-01", endDate: "2027-05-01" },
			{ endDate: "schedule.tooLong" },
		],
		["all-day with a time", { ...TIMED, isAllDay: true }, { startTime: "schedule.allDayWithTime" }],
		[
			"an end without a start",
			{ ...ANNOUNCED_LATER, endTime: "20:00" },
			{ endTime: "schedule.timeUnexpected" },
		],
		["timed without a time", { ...TIMED, startTime: null }, { startTime: "schedule.timeMissing" }],
		["25:00", { ...TIMED, startTime: "25:00" }, { startTime: "schedule.timeInvalid" }],
		["ends when it starts", { ...TIMED, endTime: "19:00" }, { endTime: "schedule.endBeforeStart" }],
		[
			"skipped",
			{ ...TIMED, timezone: "Asia/Amman", startDate: "2022-02-25", startTime: "00:30" },
			{ startTime: "schedule.skippedTime" },
		],
		[
			"ambiguous end",
			{ ...TIMED, timezone: "America/Sao_Paulo", startDate: "2012-02-25", endTime: "23:30" },
			{ endTime: "schedule.ambiguousTime" },
		],
		["year missing", { ...YEAR, year: null }, { year: "schedule.yearMissing" }],
		["year 1991", { ...YEAR, year: 1991 }, { year: "schedule.yearOutOfRange" }],
		[
			"a day beside a year",
			{ ...YEAR, startDate: "2015-02-26" },
			{ startDate: "schedule.dateUnexpected" },
		],
		["a year beside unknown", { ...UNKNOWN, year: 2015 }, { year: "schedule.yearUnexpected" }],
	] satisfies [string, Schedule, Record<string, string>][])(
		"refuses %s",
		(_name, schedule, errors) => {
			expect(validateSchedule(schedule, NOW)).toEqual(errors);
		},
	);
});
