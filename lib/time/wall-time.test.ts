import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
	addDays,
	compareDates,
	daysBetween,
	fromInstant,
	isDate,
	isTime,
	startOfDay,
	todayIn,
	toInstant,
	toOffsetString,
	weekdayOf,
} from "./wall-time";

const HOSTILE_ZONES = [
	"Asia/Kathmandu",
	"America/St_Johns",
	"Pacific/Kiritimati",
	"Pacific/Auckland",
];
const EVENT_ZONES = [
	...HOSTILE_ZONES,
	"Asia/Baku",
	"America/Sao_Paulo",
	"Asia/Amman",
	"Australia/Lord_Howe",
	"UTC",
];

const originalZone = process.env.TZ;
afterAll(() => {
	process.env.TZ = originalZone;
});

describe.each(HOSTILE_ZONES)("on a machine in %s", (machineZone) => {
	function onMachine<T>(work: () => T): T {
		process.env.TZ = machineZone;
		expect(Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 5)).toBe(
			machineZone.slice(0, 5),
		);
		return work();
	}

	it.each([
		["Asia/Kathmandu", "2027-02-26T13:15:00.000Z", "2027-02-26T19:00:00+05:45"],
		["America/St_Johns", "2027-02-26T22:30:00.000Z", "2027-02-26T19:00:00-03:30"],
		["Pacific/Kiritimati", "2027-02-26T05:00:00.000Z", "2027-02-26T19:00:00+14:00"],
		["Pacific/Auckland", "2027-02-26T06:00:00.000Z", "2027-02-26T19:00:00+13:00"],
		["America/New_York", "2027-02-27T00:00:00.000Z", "2027-02-26T19:00:00-05:00"],
	])("19:00 in %s is one instant and reads 19:00 again", (zone, utc, withOffset) => {
		onMachine(() => {
			const instant = toInstant({ date: "2027-02-26", time: "19:00", zone });
			expect(instant.toISOString()).toBe(utc);
			expect(fromInstant(instant, zone)).toEqual({ date: "2027-02-26", time: "19:00" });
			expect(toOffsetString(instant, zone)).toBe(withOffset);
		});
	});

	it("26 February begins at another instant in each zone", () => {
		onMachine(() => {
			expect(startOfDay("2027-02-26", "Pacific/Kiritimati").toISOString()).toBe(
				"2027-02-25T10:00:00.000Z",
			);
			expect(startOfDay("2027-02-26", "America/St_Johns").toISOString()).toBe(
				"2027-02-26T03:30:00.000Z",
			);
			const now = new Date("2027-02-25T10:00:00Z");
			expect(todayIn("Pacific/Kiritimati", now)).toBe("2027-02-26");
			expect(todayIn("America/St_Johns", now)).toBe("2027-02-25");
		});
	});

	it("reads back every wall time that exists", () => {
		onMachine(() => {
			fc.assert(
				fc.property(
					fc.constantFrom(...EVENT_ZONES),
					fc.integer({ min: Date.UTC(1992, 1, 26) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 }),
					(zone, minutes) => {
						const instant = new Date(minutes * 60_000);
						const wall = { ...fromInstant(instant, zone), zone };
						const both = (["earlier", "later"] as const).map((disambiguation) =>
							toInstant({ ...wall, disambiguation }).getTime(),
						);
						expect(both).toContain(instant.getTime());
					},
				),
				{ numRuns: 300 },
			);
		});
	});

	it("does days without clocks", () => {
		onMachine(() => {
			fc.assert(
				fc.property(
					fc.integer({ min: -40_000, max: 40_000 }),
					fc.integer({ min: -2000, max: 2000 }),
					(base, days) => {
						const date = addDays("2000-02-29", base % 10_000);
						const other = addDays(date, days);
						expect(daysBetween(date, other)).toBe(days);
						expect(compareDates(date, other)).toBe(Math.sign(-days) + 0);
					},
				),
				{ numRuns: 200 },
			);
			expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
			expect(weekdayOf("2027-02-26")).toBe(5);
		});
	});
});

describe("clock changes", () => {
	it("refuses a wall time that does not exist", () => {
		expect(() => toInstant({ date: "2022-02-25", time: "00:30", zone: "Asia/Amman" })).toThrow(
			"skipped_time",
		);
		expect(() =>
			toInstant({ date: "2022-02-25", time: "00:30", zone: "Asia/Amman", disambiguation: "later" }),
		).toThrow("skipped_time");
		expect(startOfDay("2022-02-25", "Asia/Amman").toISOString()).toBe("2022-02-24T22:00:00.000Z");
	});

	it("refuses a day that a zone left out", () => {
		expect(() => toInstant({ date: "2011-12-30", time: "12:00", zone: "Pacific/Apia" })).toThrow(
			"skipped_time",
		);
	});

	it("asks which of two equal wall times is meant", () => {
		const wall = { date: "2012-02-25", time: "23:30", zone: "America/Sao_Paulo" };
		expect(() => toInstant(wall)).toThrow("ambiguous_time");
		expect(toInstant({ ...wall, disambiguation: "earlier" }).toISOString()).toBe(
			"2012-02-26T01:30:00.000Z",
		);
		expect(toInstant({ ...wall, disambiguation: "later" }).toISOString()).toBe(
			"2012-02-26T02:30:00.000Z",
		);
	});

	it("ignores an answer that was not needed", () => {
		const wall = { date: "2027-02-26", time: "19:00", zone: "Asia/Baku" };
		expect(toInstant({ ...wall, disambiguation: "later" })).toEqual(toInstant(wall));
	});

	it.each([
		{ date: "2027-02-30", time: "19:00", zone: "Asia/Baku" },
		{ date: "2027-02-26", time: "24:00", zone: "Asia/Baku" },
		{ date: "2027-02-26", time: "19:00", zone: "+04:00" },
	])("refuses $date $time $zone as invalid", (wall) => {
		expect(() => toInstant(wall)).toThrow("invalid");
	});
});

describe("isDate and isTime", () => {
	it.each([
		["2028-02-29", true],
		["2027-02-29", false],
		["2027-13-01", false],
		["2027-2-6", false],
		["2027-02-26T00:00", false],
		["+002027-02-26", false],
		["0000-00-00", false],
		["0000-01-01", false],
		["0001-01-01", true],
	])("isDate(%s) is %s", (text, expected) => {
		expect(isDate(text)).toBe(expected);
	});

	it.each([
		["00:00", true],
		["23:59", true],
		["24:00", false],
		["7:30", false],
		["07:60", false],
		["07:30:00", false],
	])("isTime(%s) is %s", (text, expected) => {
		expect(isTime(text)).toBe(expected);
	});
});
