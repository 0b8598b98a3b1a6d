import { addDays, type Disambiguation, startOfDay, toInstant } from "./wall-time";

/** How much of the date is known: a day, only the year, or nothing. */
export type DatePrecision = "day" | "year" | "unknown";

/**
 * When an event happens, as people said it; instants are derived from it.
 * Dates "YYYY-MM-DD", times "HH:MM" on the clocks of `timezone` (IANA).
 * `year` is set for precision "year"; for "day" it is null or the year of `startDate`.
 * `endDate` null means the same day as `startDate`.
 */
export type Schedule = {
	datePrecision: DatePrecision;
	year: number | null;
	startDate: string | null;
	endDate: string | null;
	startTime: string | null;
	endTime: string | null;
	isAllDay: boolean;
	hasStartTime: boolean;
	timezone: string;
	startDisambiguation: Disambiguation;
	endDisambiguation: Disambiguation;
};

export type Timing = "timed" | "all_day" | "to_be_announced" | "undated";
export type Phase = "past" | "live" | "upcoming" | "undated";

/** Which of the four timings a schedule has; "undated" when no day is known. */
export function timingOf(schedule: Schedule): Timing {
	if (schedule.datePrecision !== "day" || schedule.startDate === null) return "undated";
	if (schedule.isAllDay) return "all_day";
	return schedule.hasStartTime && schedule.startTime !== null ? "timed" : "to_be_announced";
}

/**
 * The instants to sort and filter by. All-day and to-be-announced days run from the first moment of
 * `startDate` to the first moment after the last day, in their zone. A timed event without an end
 * has no `endsAtUtc`: an end is never invented. Undated: both null.
 * Throws DomainError "skipped_time", "ambiguous_time" or "invalid" as `toInstant` does.
 */
export function deriveInstants(schedule: Schedule): {
	startsAtUtc: Date | null;
	endsAtUtc: Date | null;
} {
	const { startDate, startTime, timezone } = schedule;
	const timing = timingOf(schedule);
	if (timing === "undated" || startDate === null) return { startsAtUtc: null, endsAtUtc: null };
	if (timing !== "timed" || startTime === null) {
		return { startsAtUtc: startOfDay(startDate, timezone), endsAtUtc: endOfLastDay(schedule) };
	}
	const startsAtUtc = toInstant({
		date: startDate,
		time: startTime,
		zone: timezone,
		disambiguation: schedule.startDisambiguation,
	});
	return { startsAtUtc, endsAtUtc: statedEnd(schedule, startDate) };
}

/** When an event stops being live: its stated end, else the end of its last local day; null when undated. */
export function liveUntil(schedule: Schedule): Date | null {
	return deriveInstants(schedule).endsAtUtc ?? endOfLastDay(schedule);
}

/** Whether an event lies before, around or after `now`; a function of time, never a column. */
export function phaseOf(schedule: Schedule, now: Date): Phase {
	return phaseBetween(deriveInstants(schedule).startsAtUtc, liveUntil(schedule), now);
}

/** The same of instants that were derived before. */
export function phaseBetween(start: Date | null, until: Date | null, now: Date): Phase {
	if (start === null || until === null) return "undated";
	if (now.getTime() < start.getTime()) return "upcoming";
	return now.getTime() < until.getTime() ? "live" : "past";
}

function statedEnd(schedule: Schedule, startDate: string): Date | null {
	if (schedule.endTime === null) return null;
	return toInstant({
		date: schedule.endDate ?? startDate,
		time: schedule.endTime,
		zone: schedule.timezone,
		disambiguation: schedule.endDisambiguation,
	});
}

function endOfLastDay(schedule: Schedule): Date | null {
	const lastDate = schedule.endDate ?? schedule.startDate;
	return lastDate === null ? null : startOfDay(addDays(lastDate, 1), schedule.timezone);
}
