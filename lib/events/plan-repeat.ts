import type { Schedule } from "@/lib/time/schedule";
import { commemorationOf, seasonOfSchedule } from "@/lib/time/season";
import { addDays, compareDates, daysBetween, todayIn, yearOf } from "@/lib/time/wall-time";

/** When an event of an earlier season would take place again. */
export type RepeatPlan = {
	/** Of the earlier event; null where not even its year is known. */
	fromSeason: number | null;
	season: number;
	/** "YYYY-MM-DD" */
	startDate: string;
	/** Null for an event of one day. */
	endDate: string | null;
	/** The earlier day is not known: the day of commemoration stands in for it. */
	isDayAssumed: boolean;
};

type When = Pick<Schedule, "datePrecision" | "year" | "startDate" | "endDate" | "timezone">;

/**
 * The first season after the event's own in which its day is still to come, as far from 26 February as it was before and
 * as long; null while the event is not over. Whose day is not known is proposed for 26 February itself.
 */
export function planRepeat(schedule: When, now: Date): RepeatPlan | null {
	const today = todayIn(schedule.timezone || "UTC", now);
	const fromSeason = seasonOfSchedule({ ...NO_TIMES, ...schedule });
	const start = schedule.datePrecision === "day" ? schedule.startDate : null;
	if (!isOver({ start, end: schedule.endDate, fromSeason, today })) return null;
	const offset = start && fromSeason ? daysBetween(commemorationOf(fromSeason), start) : 0;
	let season = Math.max((fromSeason ?? 0) + 1, yearOf(today) - 1);
	while (compareDates(dayIn(season, offset), today) < 0) season += 1;
	const startDate = dayIn(season, offset);
	const length = start && schedule.endDate ? daysBetween(start, schedule.endDate) : 0;
	return {
		fromSeason,
		season,
		startDate,
		endDate: length > 0 ? addDays(startDate, length) : null,
		isDayAssumed: start === null,
	};
}

function dayIn(season: number, offset: number): string {
	return addDays(commemorationOf(season), offset);
}

function isOver({
	start,
	end,
	fromSeason,
	today,
}: {
	start: string | null;
	end: string | null;
	fromSeason: number | null;
	today: string;
}): boolean {
	if (start !== null) return compareDates(end ?? start, today) < 0;
	return fromSeason === null || compareDates(commemorationOf(fromSeason), today) < 0;
}

const NO_TIMES = {
	startTime: null,
	endTime: null,
	isAllDay: false,
	hasStartTime: false,
	startDisambiguation: null,
	endDisambiguation: null,
} as const;
