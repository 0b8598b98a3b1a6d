import { describe, expect, it } from "vitest";
import type { SeasonSummary } from "@/lib/calendar/archive";
import { byYear, typesOfAll } from "./years";

function season(
	year: number | null,
	events: number,
	types: SeasonSummary["types"] = [],
): SeasonSummary {
	const numbers = {
		events,
		countries: 1,
		cities: 1,
		organisers: 1,
		firstSeason: year,
		withoutDay: 0,
	};
	return { season: year, numbers, types };
}

describe("the past years", () => {
	const seasons = [
		season(2027, 60),
		season(2020, 3),
		season(2019, 8),
		season(2018, 8),
		season(2016, 2),
		season(null, 4),
	];

	it("stand in a row, those without an event included, without the season that goes on", () => {
		expect(byYear(seasons, 2027).map(({ year, numbers }) => [year, numbers?.events])).toEqual([
			[2016, 2],
			[2017, undefined],
			[2018, 8],
			[2019, 8],
			[2020, 3],
		]);
	});

	it("are compared only where both years have events", () => {
		expect(byYear(seasons, 2027).map(({ change }) => change)).toEqual([null, null, null, 0, -5]);
	});

	it("are none while the archive is empty", () => {
		expect(byYear([season(2027, 60), season(null, 2)], 2027)).toEqual([]);
	});
});

it("kinds are counted over all past years and the unknown one, most first", () => {
	const years = byYear(
		[
			season(2020, 3, [{ type: "ceremony", events: 3 }]),
			season(2019, 2, [{ type: "concert", events: 1 }]),
		],
		2027,
	);
	expect(typesOfAll(years, season(null, 4, [{ type: "concert", events: 4 }]))).toEqual([
		{ type: "concert", events: 5 },
		{ type: "ceremony", events: 3 },
	]);
});
