import { expect, it } from "vitest";
import { planRepeat } from "./plan-repeat";

const NOW = new Date("2026-11-26T10:00:00Z");

function day(startDate: string | null, endDate: string | null = null, timezone = "Europe/Berlin") {
	return {
		datePrecision: "day" as const,
		year: startDate === null ? null : Number(startDate.slice(0, 4)),
		startDate,
		endDate,
		timezone,
	};
}

it.each([
	["26 February goes to the coming one", day("2026-02-26"), "2027-02-26", null],
	["three days before stay three days before", day("2026-02-23"), "2027-02-23", null],
	["December belongs to the season that follows", day("2025-12-10"), "2026-12-10", null],
	["an exhibition keeps its length", day("2026-02-20", "2026-03-08"), "2027-02-20", "2027-03-08"],
	["an old event goes to the coming season", day("2014-02-26"), "2027-02-26", null],
	["the distance is kept across a leap day", day("2024-03-01"), "2027-03-02", null],
	["an end on the first day is one day", day("2026-02-26", "2026-02-26"), "2027-02-26", null],
])("%s", (_, schedule, startDate, endDate) => {
	expect(planRepeat(schedule, NOW)).toMatchObject({ startDate, endDate, isDayAssumed: false });
});

it("a day that has passed in the coming season goes to the next one", () => {
	// 10 November belongs to the season of the following February.
	expect(planRepeat(day("2024-11-10"), NOW)).toMatchObject({
		season: 2028,
		startDate: "2027-11-10",
	});
});

it("what is not over is not repeated, by the clocks of its place", () => {
	expect(planRepeat(day("2027-02-26"), NOW)).toBeNull();
	expect(planRepeat(day("2026-11-20", "2026-11-26"), NOW)).toBeNull();
	const evening = new Date("2026-02-26T20:00:00Z");
	expect(planRepeat(day("2026-02-26", null, "America/St_Johns"), evening)).toBeNull();
	// There it is the 27th already.
	expect(planRepeat(day("2026-02-26", null, "Pacific/Kiritimati"), evening)).toMatchObject({
		startDate: "2027-02-26",
	});
});

it("an event without a known day is proposed for the day itself", () => {
	const year = { ...day(null), datePrecision: "year" as const, year: 2013 };
	expect(planRepeat(year, NOW)).toMatchObject({
		fromSeason: 2013,
		startDate: "2027-02-26",
		isDayAssumed: true,
	});
	expect(planRepeat({ ...year, year: 2027 }, NOW)).toBeNull();
	const unknown = { ...day(null), datePrecision: "unknown" as const };
	expect(planRepeat(unknown, NOW)).toMatchObject({ fromSeason: null, startDate: "2027-02-26" });
});
