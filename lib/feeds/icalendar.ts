import { countryName } from "@/lib/places/countries";
import { liveUntil, timingOf } from "@/lib/time/schedule";
import { addDays, fromInstant, toInstant, yearOf } from "@/lib/time/wall-time";
import { offsetMinutes } from "@/lib/time/zones";
import { rawLine, textLine, uriLine } from "./content-lines";
import { type FeedEvent, type FeedNotes, noteLines } from "./feed-event";
import { writeTimezone } from "./vtimezone";

const STATUS = {
	scheduled: "CONFIRMED",
	rescheduled: "CONFIRMED",
	postponed: "TENTATIVE",
	cancelled: "CANCELLED",
} as const;

const DAY_MS = 86_400_000;

type CalendarInfo = {
	name: string;
	/** Absolute address of the page that shows the same events. */
	url: string;
	notes: FeedNotes;
	/** Past events are described as such. */
	now: Date;
};

/**
 * An iCalendar text (RFC 5545, 7986) of published events, for `text/calendar; charset=utf-8`.
 * Times are the wall times of the place with its zone. Events without a known day are left out.
 * The same events give the same text on either side of their end: DTSTAMP is the time of the last change (§3.8.7.2, no METHOD).
 */
export function toICalendar(
	events: readonly FeedEvent[],
	{ name, url, notes, now }: CalendarInfo,
): string {
	const dated = events.filter(
		({ schedule, startsAtUtc }) => timingOf(schedule) !== "undated" && startsAtUtc !== null,
	);
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//26 February//World Calendar of Remembrance//EN",
		"CALSCALE:GREGORIAN",
		textLine("NAME", name),
		textLine("X-WR-CALNAME", name),
		...uriLine("URL", url),
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
		"X-PUBLISHED-TTL:PT1H",
		...writeTimezones(dated),
		...dated.flatMap((event) => writeEvent(event, notes, now)),
		"END:VCALENDAR",
	];
	return `${lines.join("\r\n")}\r\n`;
}

function writeEvent(event: FeedEvent, notes: FeedNotes, now: Date): string[] {
	const language = languageParameter(event.language);
	return [
		"BEGIN:VEVENT",
		textLine("UID", event.uid),
		`SEQUENCE:${event.sequence}`,
		`DTSTAMP:${utcStamp(event.lastModified)}`,
		`CREATED:${utcStamp(event.firstPublishedAt)}`,
		`LAST-MODIFIED:${utcStamp(event.lastModified)}`,
		...writeTimes(event),
		textLine("SUMMARY", event.title, language),
		...writeDescription(event, noteLines(event, notes, now)),
		...writePlace(event),
		...uriLine("URL", event.url),
		`STATUS:${STATUS[event.status]}`,
		textLine("CATEGORIES", event.type),
		...writePicture(event),
		textLine("CONTACT", contactOf(event)),
		"CLASS:PUBLIC",
		// A world calendar must not fill its reader's own day.
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	];
}

function writeDescription(event: FeedEvent, notes: readonly string[]): string[] {
	const paragraphs = [notes.join("\n"), event.descriptionText.trim(), event.url];
	const text = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
	return [textLine("DESCRIPTION", text, languageParameter(event.language))];
}

function writePlace(event: FeedEvent): string[] {
	const lines: string[] = [];
	if (event.attendanceMode !== "online") {
		const country = countryName(event.country, event.locale);
		const parts = [event.venueName, event.address, event.cityName, country];
		lines.push(textLine("LOCATION", parts.filter(Boolean).join(", ")));
		if (event.lat !== null && event.lon !== null) {
			lines.push(`GEO:${event.lat.toFixed(6)};${event.lon.toFixed(6)}`);
		}
	} else if (event.onlineUrl) {
		lines.push(textLine("LOCATION", event.onlineUrl));
	}
	if (event.onlineUrl) lines.push(...uriLine("CONFERENCE", event.onlineUrl, { VALUE: "URI" }));
	return lines;
}

function writePicture(event: FeedEvent): string[] {
	if (event.pictureUrl === null) return [];
	return uriLine("IMAGE", event.pictureUrl, { VALUE: "URI", DISPLAY: "FULLSIZE" });
}

function contactOf(event: FeedEvent): string {
	return [event.organiserName, event.contactEmail].filter(Boolean).join(", ");
}

function languageParameter(language: string): Record<string, string> {
	return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? { LANGUAGE: language } : {};
}

function writeTimes(event: FeedEvent): string[] {
	const { schedule, startsAtUtc } = event;
	const { startDate, endDate } = schedule;
	if (startDate === null || startsAtUtc === null) return [];
	if (timingOf(schedule) !== "timed") {
		const dayAfter = addDays(endDate ?? startDate, 1);
		return [
			`DTSTART;VALUE=DATE:${compact(startDate)}`,
			// DTEND is exclusive (§3.6.1): the day after the last.
			`DTEND;VALUE=DATE:${compact(dayAfter)}`,
		];
	}
	const end = event.endsAtUtc ?? untilLastDay(event);
	const instants = end ? [startsAtUtc, end] : [startsAtUtc];
	const needsUtc = instants.some((instant) => happensTwice(instant, schedule.timezone));
	const write = needsUtc ? utcTime : localTime;
	return [
		write("DTSTART", startsAtUtc, schedule.timezone),
		...(end ? [write("DTEND", end, schedule.timezone)] : []),
	];
}

/** An exhibition of several days without a closing time still reaches to its last day; a single day gets no end. */
function untilLastDay({ schedule }: FeedEvent): Date | null {
	const isSeveralDays = schedule.endDate !== null && schedule.endDate !== schedule.startDate;
	return isSeveralDays ? liveUntil(schedule) : null;
}

function localTime(name: string, instant: Date, zone: string): string {
	const { date, time } = fromInstant(instant, zone);
	return rawLine(name, `${compact(date)}T${time.replace(":", "")}00`, { TZID: zone });
}

/**
 * With a TZID such a wall time means the first of the two (§3.3.5), but ical.js takes the second:
 * only UTC is read alike by everyone.
 */
function happensTwice(instant: Date, zone: string): boolean {
	const before = offsetMinutes(new Date(instant.getTime() - DAY_MS), zone);
	if (before === offsetMinutes(new Date(instant.getTime() + DAY_MS), zone)) return false;
	const wall = { ...fromInstant(instant, zone), zone };
	const earlier = toInstant({ ...wall, disambiguation: "earlier" });
	return earlier.getTime() !== toInstant({ ...wall, disambiguation: "later" }).getTime();
}

function utcTime(name: string, instant: Date): string {
	return `${name}:${utcStamp(instant)}`;
}

function utcStamp(instant: Date): string {
	return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function compact(date: string): string {
	return date.replaceAll("-", "");
}

/** One VTIMEZONE for each zone that a timed event uses, for the years in which it does. */
function writeTimezones(events: readonly FeedEvent[]): string[] {
	const yearsByZone = new Map<string, Set<number>>();
	for (const { schedule } of events) {
		if (timingOf(schedule) !== "timed" || schedule.startDate === null) continue;
		const years = yearsByZone.get(schedule.timezone) ?? new Set();
		years.add(yearOf(schedule.startDate));
		years.add(yearOf(addDays(schedule.endDate ?? schedule.startDate, 1)));
		yearsByZone.set(schedule.timezone, years);
	}
	return [...yearsByZone]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([zone, years]) => writeTimezone(zone, years));
}
