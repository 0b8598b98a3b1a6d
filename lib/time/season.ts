import type { Schedule } from "./schedule";
import { compareDates, daysBetween, todayIn, weekdayOf, yearOf } from "./wall-time";

/** The year of the tragedy; the season 1993 is its first anniversary. */
const YEAR_OF_TRAGEDY = 1992;

/** The day of commemoration in a year, as "YYYY-02-26". */
export function commemorationOf(season: number): string {
	return `${String(season).padStart(4, "0")}-02-26`;
}

/**
 * The season of a date: the year of the 26 February nearest to it, so 2025-12-01 belongs to 2026.
 * It turns over at the end of August: 27 August is still that year's season, 28 August the next
 * one's. In a leap year 27 August is equally far from both, and stays with the earlier.
 */
export function seasonOf(date: string): number {
	const year = yearOf(date);
	const sincePrevious = Math.abs(daysBetween(commemorationOf(year), date));
	const untilNext = daysBetween(date, commemorationOf(year + 1));
	return untilNext < sincePrevious ? year + 1 : year;
}

/** The season a schedule belongs to: by its start, by its year alone, or null when nothing is known. */
export function seasonOfSchedule(
	schedule: Pick<Schedule, "datePrecision" | "startDate" | "year">,
): number | null {
	if (schedule.datePrecision === "day" && schedule.startDate) return seasonOf(schedule.startDate);
	return schedule.datePrecision === "year" ? schedule.year : null;
}

/** Which anniversary a season commemorates: 2027 is the 35th. Computed, never typed. */
export function anniversaryOf(season: number): number {
	return season - YEAR_OF_TRAGEDY;
}

/** The season that `now` belongs to, in the calendar of `zone`. */
export function currentSeason(now: Date, zone = "UTC"): number {
	return seasonOf(todayIn(zone, now));
}

/** The coming 26 February in `zone`, today included; `weekday` counts from Monday 1 to Sunday 7. */
export function nextCommemoration(
	now: Date,
	zone: string,
): { date: string; season: number; anniversary: number; weekday: number; daysLeft: number } {
	const today = todayIn(zone, now);
	const isOver = compareDates(today, commemorationOf(yearOf(today))) > 0;
	const season = yearOf(today) + (isOver ? 1 : 0);
	const date = commemorationOf(season);
	return {
		date,
		season,
		anniversary: anniversaryOf(season),
		weekday: weekdayOf(date),
		daysLeft: daysBetween(today, date),
	};
}
