import ICAL from "ical.js";
import { DomainError } from "@/lib/errors";
import { addDays, fromInstant, toInstant } from "@/lib/time/wall-time";
import { zoneByName } from "@/lib/time/windows-zones";
import { isZone } from "@/lib/time/zones";

type TimeCells = {
	startDate?: string;
	endDate?: string;
	isAllDay?: string;
	startTime?: string;
	endTime?: string;
	timezone?: string;
};

type Wall = { date: string; time: string };

/** A time of the file; its zone "" where it floats, as the file spells it where we do not know it. */
type Stated = Wall & { zone: string };

/**
 * When an event of a calendar takes place (RFC 5545 §3.6.1), on the clocks of its start. An end that cannot be said on
 * those is left as the file has it, with its zone behind it, so that its column is reported.
 */
export function calendarTimes(event: ICAL.Component): TimeCells {
	const start = event.getFirstPropertyValue("dtstart");
	if (!(start instanceof ICAL.Time)) return {};
	return start.isDate ? daysOf(event, start) : hoursOf(event, start);
}

function daysOf(event: ICAL.Component, start: ICAL.Time): TimeCells {
	const days = { startDate: dateOf(start), isAllDay: "yes" };
	const end = event.getFirstPropertyValue("dtend");
	if (end instanceof ICAL.Time && !end.isDate)
		return { ...days, endDate: written(statedBy(event, "dtend", end), { withDate: true }) };
	const after = end instanceof ICAL.Time ? end : afterDuration(event, start);
	// The end is exclusive.
	const last = after ? addDays(dateOf(after), -1) : dateOf(start);
	return { ...days, endDate: last > dateOf(start) ? last : "" };
}

function hoursOf(event: ICAL.Component, start: ICAL.Time): TimeCells {
	const from = statedBy(event, "dtstart", start);
	const times = { startDate: from.date, startTime: from.time, timezone: from.zone };
	const end = event.getFirstPropertyValue("dtend");
	if (!(end instanceof ICAL.Time)) return { ...times, ...until(from, endByDuration(event, start)) };
	// A day is no end of hours: reported by the column of times.
	if (end.isDate) return { ...times, endTime: dateOf(end) };
	const stated = statedBy(event, "dtend", end);
	const wall = onClocksOf(from.zone, stated);
	return wall
		? { ...times, ...until(from, wall) }
		: { ...times, endTime: written(stated, { withDate: stated.date !== from.date }) };
}

function until(from: Wall, end: Wall | null): TimeCells {
	if (end === null) return { endDate: "", endTime: "" };
	return { endDate: end.date === from.date ? "" : end.date, endTime: end.time };
}

/** What the clocks of the start's zone show at the end; null where the two cannot be compared. */
function onClocksOf(zone: string, end: Stated): Wall | null {
	if (end.zone === zone) return end;
	if (!isZone(zone)) return null;
	try {
		// §3.3.5: a time that happens twice is the first of the two.
		const instant = toInstant({ ...end, disambiguation: "earlier" });
		return fromInstant(instant, zone);
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}

/** §3.3.6: weeks and days go by the calendar, hours and minutes by the clock of the world. */
function endByDuration(event: ICAL.Component, start: ICAL.Time): Wall | null {
	const later = afterDuration(event, start);
	const duration = event.getFirstPropertyValue("duration");
	if (!later || !(duration instanceof ICAL.Duration)) return null;
	const wall = { date: dateOf(later), time: timeOf(later) };
	const { zone, date, time } = statedBy(event, "dtstart", start);
	const days = (duration.weeks * 7 + duration.days) * (duration.isNegative ? -1 : 1);
	const seconds = duration.hours * 3600 + duration.minutes * 60 + duration.seconds;
	try {
		const from = toInstant({ date: addDays(date, days), time, zone });
		const exact = from.getTime() + seconds * (duration.isNegative ? -1000 : 1000);
		return fromInstant(new Date(exact), zone);
	} catch (error) {
		// Without a known zone the clocks are all there is; a start that does not exist is reported anyway.
		if (error instanceof DomainError) return wall;
		throw error;
	}
}

function afterDuration(event: ICAL.Component, start: ICAL.Time): ICAL.Time | null {
	const duration = event.getFirstPropertyValue("duration");
	if (!(duration instanceof ICAL.Duration)) return null;
	const later = start.clone();
	later.addDuration(duration);
	return later;
}

function statedBy(event: ICAL.Component, property: "dtstart" | "dtend", time: ICAL.Time): Stated {
	const wall = { date: dateOf(time), time: timeOf(time) };
	if (time.zone === ICAL.Timezone.utcTimezone) return { ...wall, zone: "UTC" };
	const named = event.getFirstProperty(property)?.getParameter("tzid");
	return { ...wall, zone: typeof named === "string" ? (zoneByName(named) ?? named) : "" };
}

/** As the file says it, which no column takes. */
function written({ date, time, zone }: Stated, { withDate }: { withDate: boolean }): string {
	return `${withDate ? `${date} ` : ""}${time} ${zone || "?"}`;
}

function dateOf(time: ICAL.Time): string {
	return `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
}

function timeOf(time: ICAL.Time): string {
	return `${two(time.hour)}:${two(time.minute)}`;
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}
