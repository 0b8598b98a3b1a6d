import { truncate } from "@/lib/text/plain";
import { timingOf } from "@/lib/time/schedule";
import { addDays, toOffsetString } from "@/lib/time/wall-time";
import type { FeedEvent } from "./feed-event";
import { endOf, utcStamp } from "./icalendar-times";

const GOOGLE = "https://calendar.google.com/calendar/render";
const OUTLOOK = "https://outlook.live.com/calendar/0/action/compose";
const OFFICE = "https://outlook.office.com/calendar/0/action/compose";
/** Longer addresses are cut off by some servers; the event's page has the whole text. */
const MAX_DETAILS = 800;

/** Addresses that open an event in the reader's own calendar. */
export type CalendarLinks = {
	/** The calendar program of the device subscribes to the event, and hears of changes. */
	webcal: string;
	google: string;
	outlook: string;
	office: string;
};

/** When an event is, as the web calendars want it; whole days end on the day after the last. */
type Span = { google: string; zone: string | null; start: string; end: string };

/** Null where no day is known. An event without a stated end is given its start as its end: an end is never invented. */
export function calendarLinks(event: FeedEvent, place: string): CalendarLinks | null {
	const span = spanOf(event);
	if (span === null) return null;
	const details = `${truncate(event.descriptionText, MAX_DETAILS)}\n\n${event.url}`.trim();
	return {
		webcal: `${event.url.replace(/^https?:/, "webcal:")}.ics`,
		google: googleLink(event, span, details, place),
		outlook: outlookLink(OUTLOOK, event, span, details, place),
		office: outlookLink(OFFICE, event, span, details, place),
	};
}

function spanOf(event: FeedEvent): Span | null {
	const { schedule, startsAtUtc } = event;
	const { startDate, endDate, timezone } = schedule;
	const timing = timingOf(schedule);
	if (timing === "undated" || startDate === null || startsAtUtc === null) return null;
	if (timing !== "timed") {
		const end = addDays(endDate ?? startDate, 1);
		const google = `${startDate}/${end}`.replaceAll("-", "");
		return { google, zone: null, start: startDate, end };
	}
	const end = endOf(event)?.instant ?? startsAtUtc;
	return {
		// Instants, for a wall time may happen twice; the zone only says on whose clocks to show them.
		google: `${utcStamp(startsAtUtc)}/${utcStamp(end)}`,
		zone: timezone,
		start: toOffsetString(startsAtUtc, timezone),
		end: toOffsetString(end, timezone),
	};
}

function googleLink(event: FeedEvent, span: Span, details: string, location: string): string {
	const query = new URLSearchParams({
		action: "TEMPLATE",
		text: event.title,
		dates: span.google,
		details,
		location,
	});
	if (span.zone) query.set("ctz", span.zone);
	return `${GOOGLE}?${query}`;
}

function outlookLink(
	compose: string,
	event: FeedEvent,
	span: Span,
	body: string,
	location: string,
): string {
	const query = new URLSearchParams({
		rru: "addevent",
		subject: event.title,
		startdt: span.start,
		enddt: span.end,
		body,
		location,
	});
	if (span.zone === null) query.set("allday", "true");
	// Outlook shows a plus sign as it stands.
	return `${compose}?${query.toString().replaceAll("+", "%20")}`;
}
