import { type Schedule, timingOf } from "@/lib/time/schedule";
import { addDays, fromInstant } from "@/lib/time/wall-time";
import { rawLine } from "./content-lines";
import type { FeedEvent } from "./feed-event";
import { happensTwice } from "./vtimezone";

/** The years of each zone for which a calendar writes down the clocks. */
export type ZoneYears = ReadonlyMap<string, ReadonlySet<number>>;

type Timed = Pick<Schedule, "timezone" | "startDate" | "endDate">;
type Wall = { date: string; time: string };

/** The zones of timed events with the years in which these begin and end. */
export function zoneYearsOf(timed: Iterable<Timed>): ZoneYears {
	const yearsByZone = new Map<string, Set<number>>();
	for (const { timezone, startDate, endDate } of timed) {
		if (startDate === null) continue;
		const years = yearsByZone.get(timezone) ?? new Set();
		years.add(yearIn(startDate));
		years.add(yearIn(addDays(endDate ?? startDate, 1)));
		yearsByZone.set(timezone, years);
	}
	return yearsByZone;
}

/**
 * DTSTART and DTEND: the wall times of the place with its zone, dates where there is no hour, nothing where no day is
 * known. UTC where the calendar does not write down the zone's clocks of that year: an event that came in meanwhile.
 */
export function writeTimes(event: FeedEvent, zones: ZoneYears): string[] {
	const { schedule, startsAtUtc } = event;
	const { startDate, startTime, endDate } = schedule;
	if (startDate === null || startsAtUtc === null) return [];
	if (timingOf(schedule) !== "timed" || startTime === null) {
		return [
			`DTSTART;VALUE=DATE:${compact(startDate)}`,
			// DTEND is exclusive (§3.6.1): the day after the last.
			`DTEND;VALUE=DATE:${compact(addDays(endDate ?? startDate, 1))}`,
		];
	}
	const start = { wall: { date: startDate, time: startTime }, instant: startsAtUtc };
	const end = endOf(event);
	const moments = end ? [start, end] : [start];
	const isLocal = moments.every(({ wall }) => isClear(wall, schedule.timezone, zones));
	return moments.map(({ wall, instant }, index) => {
		const name = index === 0 ? "DTSTART" : "DTEND";
		return isLocal ? localTime(name, wall, schedule.timezone) : `${name}:${utcStamp(instant)}`;
	});
}

/** An instant as "20270226T190000Z". */
export function utcStamp(instant: Date): string {
	const iso = instant.toISOString();
	const date = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
	return `${date}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
}

/** The stated end. An exhibition of several days without one still reaches to its last day; a single day gets no end. */
export function endOf({
	schedule,
	endsAtUtc,
	liveUntil,
}: FeedEvent): { wall: Wall; instant: Date } | null {
	const { startDate, endDate, endTime, timezone } = schedule;
	const date = endDate ?? startDate;
	if (endsAtUtc && endTime && date) return { wall: { date, time: endTime }, instant: endsAtUtc };
	const isSeveralDays = endDate !== null && endDate !== startDate;
	const instant = endsAtUtc ?? (isSeveralDays ? liveUntil : null);
	return instant && { wall: fromInstant(instant, timezone), instant };
}

/**
 * With a TZID a wall time that happens twice means the first of the two (§3.3.5), but ical.js takes the second:
 * only UTC is read alike by everyone.
 */
function isClear(wall: Wall, zone: string, zones: ZoneYears): boolean {
	return zones.get(zone)?.has(yearIn(wall.date)) === true && !happensTwice(wall, zone);
}

function localTime(name: string, { date, time }: Wall, zone: string): string {
	return rawLine(name, `${compact(date)}T${time.replace(":", "")}00`, { TZID: zone });
}

function yearIn(date: string): number {
	return Number(date.slice(0, 4));
}

function compact(date: string): string {
	return date.replaceAll("-", "");
}
