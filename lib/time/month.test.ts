import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, firstWeekday, isMonth, weeksOfMonth } from "./month";
import { daysBetween, weekdayOf } from "./wall-time";

describe("months", () => {
	it.each([
		["2027-02", true],
		["1992-01", true],
		["2200-12", true],
		["2027-13", false],
		["2027-00", false],
		["2027-2", false],
		["1991-12", false],
		["2027-02-26", false],
		["", false],
	])("%j is one: %s", (text, expected) => expect(isMonth(text)).toBe(expected));

	it.each([
		["2027-02", 1, "2027-03"],
		["2027-12", 1, "2028-01"],
		["2027-01", -1, "2026-12"],
		["2027-02", -26, "2024-12"],
		["2027-02", 0, "2027-02"],
	])("%s and %i months", (month, months, expected) =>
		expect(addMonths(month, months)).toBe(expected),
	);
});

describe("weeks of a month", () => {
	it("begin on Monday for most and on Saturday in Arabic", () => {
		expect(weeksOfMonth("2027-02", firstWeekday("en")).map((week) => week[0])).toEqual([
			"2027-02-01",
			"2027-02-08",
			"2027-02-15",
			"2027-02-22",
		]);
		expect(weeksOfMonth("2027-02", firstWeekday("ar"))[0]?.[0]).toBe("2027-01-30");
		expect(weeksOfMonth("2028-02", 1).flat()).toContain("2028-02-29");
	});

	it("hold every day of the month once, in whole weeks", () => {
		const months = fc.tuple(fc.integer({ min: 1992, max: 2200 }), fc.integer({ min: 1, max: 12 }));
		fc.assert(
			fc.property(months, fc.integer({ min: 1, max: 7 }), ([year, number], firstDay) => {
				const month = `${year}-${String(number).padStart(2, "0")}`;
				const days = weeksOfMonth(month, firstDay).flat();
				expect(days.length % 7).toBe(0);
				expect(weekdayOf(days[0] ?? "")).toBe(firstDay);
				expect(new Set(days).size).toBe(days.length);
				expect(daysBetween(days[0] ?? "", days.at(-1) ?? "")).toBe(days.length - 1);
				const inMonth = days.filter((day) => day.startsWith(month));
				expect(inMonth.length).toBe(daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`));
				// no week without a day of the month
				expect(days.length - inMonth.length).toBeLessThan(13);
			}),
			{ numRuns: 60 },
		);
	});
});
