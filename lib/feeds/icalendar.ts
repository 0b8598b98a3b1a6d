import { timingOf } from "@/lib/time/schedule";
import { textLine, uriLine } from "./content-lines";
import type { FeedEvent } from "./feed-event";
import { type EventContext, writeEvent } from "./icalendar-event";
import { type ZoneYears, zoneYearsOf } from "./icalendar-times";
import { writeTimezone } from "./vtimezone";

type CalendarInfo = {
	name: string;
	/** What the calendar holds, in a sentence or two. */
	description?: string;
	/** Absolute address of the page that shows the same events. */
	url: string;
	/** Absolute address of the calendar itself, where it is one to subscribe to. */
	sourceUrl?: string;
};

/**
 * An iCalendar text (RFC 5545, 7986) of published events, for `text/calendar; charset=utf-8`.
 * Times are the wall times of the place with its zone. Events without a known day are left out.
 * The same events give the same text on either side of their end: DTSTAMP is the time of the last change (§3.8.7.2, no METHOD).
 */
export function toICalendar(
	events: readonly FeedEvent[],
	info: CalendarInfo & Omit<EventContext, "zones">,
): string {
	const schedules = events.map(({ schedule }) => schedule);
	const zones = zoneYearsOf(schedules.filter((schedule) => timingOf(schedule) === "timed"));
	return openCalendar(info, zones) + writeEvents(events, { ...info, zones }) + CALENDAR_END;
}

/** The beginning of such a text when it is written part by part: what it is, and the clocks of `zones`. */
export function openCalendar(
	{ name, description, url, sourceUrl }: CalendarInfo,
	zones: ZoneYears,
): string {
	return written([
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//26 February//World Calendar of Remembrance//EN",
		"CALSCALE:GREGORIAN",
		textLine("NAME", name),
		textLine("X-WR-CALNAME", name),
		...(description
			? [textLine("DESCRIPTION", description), textLine("X-WR-CALDESC", description)]
			: []),
		...uriLine("URL", url),
		...(sourceUrl ? uriLine("SOURCE", sourceUrl, { VALUE: "URI" }) : []),
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
		"X-PUBLISHED-TTL:PT1H",
		...[...zones]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([zone, years]) => writeTimezone(zone, years)),
	]);
}

/** Some more of its events, those without a known day left out; "" when none is left. */
export function writeEvents(events: readonly FeedEvent[], context: EventContext): string {
	const dated = events.filter(
		({ schedule, startsAtUtc }) => timingOf(schedule) !== "undated" && startsAtUtc !== null,
	);
	return written(dated.flatMap((event) => writeEvent(event, context)));
}

/** Its last line. */
export const CALENDAR_END = "END:VCALENDAR\r\n";

function written(lines: readonly string[]): string {
	return lines.map((line) => `${line}\r\n`).join("");
}
