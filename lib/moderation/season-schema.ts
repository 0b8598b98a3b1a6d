import { z } from "zod";
import { seasonThemeInput } from "@/lib/calendar/season-theme";
import { countInput } from "@/lib/text/number-input";
import { currentSeason } from "@/lib/time/season";
import { isDate, yearOf } from "@/lib/time/wall-time";

const FIRST_SEASON = 1992;
/** As far ahead as an event may be announced. */
const SEASONS_AHEAD = 2;

const day = z.preprocess(
	(value) => (value === "" ? null : value),
	z.string().refine(isDate, "field.date").nullable().default(null),
);

export const seasonInput = z
	.strictObject({
		year: countInput("field.number"),
		/** 0: nothing was set yet. */
		version: countInput("field.number"),
		opensOn: day,
		closesOn: day,
		texts: seasonThemeInput.default([]),
	})
	.superRefine(({ year, opensOn, closesOn }, context) => {
		// A slip of the year would shut a season without anybody noticing.
		for (const [path, date] of Object.entries({ opensOn, closesOn })) {
			if (date !== null && isDate(date) && ![year - 1, year].includes(yearOf(date)))
				context.addIssue({ code: "custom", path: [path], message: "field.seasonDay" });
		}
		if (opensOn !== null && closesOn !== null && closesOn < opensOn)
			context.addIssue({ code: "custom", path: ["closesOn"], message: "field.lastDayFirst" });
	});
export type SeasonInput = z.infer<typeof seasonInput>;

/** Whether something can be set for the season: from the year of the tragedy to the last that events may be announced for. */
export function isSeason(year: number, now: Date): boolean {
	return (
		Number.isInteger(year) && year >= FIRST_SEASON && year <= currentSeason(now) + SEASONS_AHEAD
	);
}
