import { describe, expect, it } from "vitest";
import { anniversaryOf, currentSeason, nextCommemoration, seasonOf } from "./season";

describe("seasonOf", () => {
	it.each([
		["2026-02-26", 2026],
		["2025-12-01", 2026],
		["2026-01-01", 2026],
		["2026-06-15", 2026],
		["2026-08-27", 2026],
		["2026-08-28", 2027],
		["2024-08-27", 2024],
		["2024-08-28", 2025],
		["2028-02-29", 2028],
		["1992-02-26", 1992],
	])("puts %s into %i", (date, season) => {
		expect(seasonOf(date)).toBe(season);
	});
});

describe("anniversaryOf", () => {
	it.each([
		[2027, 35],
		[2012, 20],
		[1993, 1],
		[1992, 0],
	])("of %i is %i", (season, anniversary) => {
		expect(anniversaryOf(season)).toBe(anniversary);
	});
});

describe("nextCommemoration", () => {
	it("is today while it is still 26 February in the zone asked for", () => {
		const now = new Date("2027-02-26T23:00:00Z");
		expect(nextCommemoration(now, "America/New_York")).toEqual({
			date: "2027-02-26",
			season: 2027,
			anniversary: 35,
			weekday: 5,
			daysLeft: 0,
		});
		expect(nextCommemoration(now, "Pacific/Kiritimati")).toMatchObject({
			season: 2028,
			weekday: 6,
		});
	});

	it("counts the days to it", () => {
		expect(nextCommemoration(new Date("2027-02-25T12:00:00Z"), "UTC").daysLeft).toBe(1);
		expect(nextCommemoration(new Date("2027-02-27T12:00:00Z"), "UTC").daysLeft).toBe(364);
	});
});

it("currentSeason turns over in the zone asked for", () => {
	const now = new Date("2026-08-27T11:00:00Z");
	expect(currentSeason(now)).toBe(2026);
	expect(currentSeason(now, "Pacific/Kiritimati")).toBe(2027);
});
