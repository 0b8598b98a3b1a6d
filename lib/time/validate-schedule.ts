import { DomainError, type FieldErrors } from "@/lib/errors";
import type { Schedule } from "./schedule";
import { compareDates, daysBetween, isDate, isTime, todayIn, toInstant, yearOf } from "./wall-time";
import { isZone } from "./zones";

/** Longest exhibition, first and last day included. */
export const MAX_EVENT_DAYS = 120;
/** No commemoration is earlier than the tragedy itself. */
export const FIRST_YEAR = 1992;
/** How far ahead an event may be registered, in calendar years. */
const YEARS_AHEAD = 2;

type FieldError = readonly [field: keyof Schedule, key: string];

/**
 * What is wrong with a schedule, by field name; values are message keys under `errors`, such as
 * "schedule.endBeforeStart". Empty when it is good, and then `deriveInstants` does not throw.
 */
export function validateSchedule(schedule: Schedule, now: Date): FieldErrors {
	if (!isZone(schedule.timezone)) return toFieldErrors([["timezone", "schedule.zoneUnknown"]]);
	switch (schedule.datePrecision) {
		case "unknown":
			return toFieldErrors(checkNoDay(schedule, schedule.year !== null));
		case "year":
			return toFieldErrors([
				...checkNoDay(schedule, false),
				...checkYear(schedule.year, "year", now),
			]);
		case "day":
			return toFieldErrors(checkDay(schedule, now));
	}
}

function checkNoDay(schedule: Schedule, hasStrayYear: boolean): FieldError[] {
	const errors: FieldError[] = [];
	if (hasStrayYear) errors.push(["year", "schedule.yearUnexpected"]);
	if (schedule.startDate !== null) errors.push(["startDate", "schedule.dateUnexpected"]);
	if (schedule.endDate !== null) errors.push(["endDate", "schedule.dateUnexpected"]);
	if (schedule.isAllDay) errors.push(["isAllDay", "schedule.timeUnexpected"]);
	return [...errors, ...checkNoTimes(schedule, "schedule.timeUnexpected")];
}

function checkNoTimes(schedule: Schedule, key: string): FieldError[] {
	const errors: FieldError[] = [];
	if (schedule.hasStartTime || schedule.startTime !== null) errors.push(["startTime", key]);
	if (schedule.endTime !== null) errors.push(["endTime", key]);
	return errors;
}

function checkYear(year: number | null, field: keyof Schedule, now: Date): FieldError[] {
	if (year === null) return [[field, "schedule.yearMissing"]];
	const lastYear = yearOf(todayIn("UTC", now)) + YEARS_AHEAD;
	const isInRange = Number.isInteger(year) && year >= FIRST_YEAR && year <= lastYear;
	return isInRange ? [] : [[field, "schedule.yearOutOfRange"]];
}

function checkDay(schedule: Schedule, now: Date): FieldError[] {
	const dateErrors = checkDates(schedule, now);
	if (dateErrors.length > 0) return dateErrors;
	if (schedule.isAllDay) return checkNoTimes(schedule, "schedule.allDayWithTime");
	if (!schedule.hasStartTime) return checkNoTimes(schedule, "schedule.timeUnexpected");
	return checkTimes(schedule);
}

function checkDates(schedule: Schedule, now: Date): FieldError[] {
	const { startDate, endDate, year } = schedule;
	if (startDate === null) return [["startDate", "schedule.dateMissing"]];
	if (!isDate(startDate)) return [["startDate", "schedule.dateInvalid"]];
	if (endDate !== null && !isDate(endDate)) return [["endDate", "schedule.dateInvalid"]];
	const errors = checkYear(yearOf(startDate), "startDate", now);
	if (year !== null && year !== yearOf(startDate)) errors.push(["year", "schedule.yearUnexpected"]);
	if (endDate !== null && compareDates(endDate, startDate) < 0) {
		errors.push(["endDate", "schedule.endBeforeStart"]);
	} else if (endDate !== null && daysBetween(startDate, endDate) + 1 > MAX_EVENT_DAYS) {
		errors.push(["endDate", "schedule.tooLong"]);
	}
	return errors;
}

function checkTimes(schedule: Schedule): FieldError[] {
	const { startDate, startTime, endTime, timezone: zone } = schedule;
	if (startDate === null) return [["startDate", "schedule.dateMissing"]];
	if (startTime === null) return [["startTime", "schedule.timeMissing"]];
	const start = readInstant("startTime", {
		date: startDate,
		time: startTime,
		zone,
		disambiguation: schedule.startDisambiguation,
	});
	if (endTime === null) return start.errors;
	const end = readInstant("endTime", {
		date: schedule.endDate ?? startDate,
		time: endTime,
		zone,
		disambiguation: schedule.endDisambiguation,
	});
	const errors = [...start.errors, ...end.errors];
	if (start.instant && end.instant && end.instant <= start.instant) {
		errors.push(["endTime", "schedule.endBeforeStart"]);
	}
	return errors;
}

function readInstant(
	field: "startTime" | "endTime",
	wall: Parameters<typeof toInstant>[0],
): { instant: Date | null; errors: FieldError[] } {
	if (!isTime(wall.time)) return { instant: null, errors: [[field, "schedule.timeInvalid"]] };
	try {
		return { instant: toInstant(wall), errors: [] };
	} catch (error) {
		if (!(error instanceof DomainError)) throw error;
		const key = error.code === "skipped_time" ? "schedule.skippedTime" : "schedule.ambiguousTime";
		return { instant: null, errors: [[field, key]] };
	}
}

/** The first message of a field wins: one sentence beside an input is enough. */
function toFieldErrors(errors: readonly FieldError[]): FieldErrors {
	const fields: FieldErrors = {};
	for (const [field, key] of errors) fields[field] ??= key;
	return fields;
}
