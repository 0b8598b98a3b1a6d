import { timingOf } from "@/lib/time/schedule";
import { addDays, toOffsetString } from "@/lib/time/wall-time";
import type { FeedEvent } from "./feed-event";

const GOOGLE = "https://calendar.google.com/calendar/render";
const OUTLOOK = "https://outlook.live.com/calendar/0/action/compose";
/** Longer addresses are cut off by some servers; the event's page has the whole text. */
const MAX_DETAILS = 800;

/**
 * Addresses that open an event in the reader's own web calendar; null where no day is known.
 * An event without a stated end is given its start as its end: an end is never invented.
 */
export function calendarLinks(
	event: FeedEvent,
	place: string,
): { google: string; outlook: string } | null {
	const { schedule, startsAtUtc } = event;
	const timing = timingOf(schedule);
	if (timing === "undated" || schedule.startDate === null || startsAtUtc === null) return null;
	const details = `${event.descriptionText.slice(0, MAX_DETAILS)}\n\n${event.url}`.trim();
	if (timing !== "timed") {
		const dayAfter = addDays(schedule.endDate ?? schedule.startDate, 1);
		return {
			google: googleLink(
				event,
				`${compact(schedule.startDate)}/${compact(dayAfter)}`,
				details,
				place,
			),
			outlook: outlookLink(event, schedule.startDate, dayAfter, details, place, true),
		};
	}
	const end = event.endsAtUtc ?? startsAtUtc;
	return {
		google: googleLink(event, `${utcStamp(startsAtUtc)}/${utcStamp(end)}`, details, place),
		outlook: outlookLink(
			event,
			toOffsetString(startsAtUtc, schedule.timezone),
			toOffsetString(end, schedule.timezone),
			details,
			place,
			false,
		),
	};
}

function googleLink(event: FeedEvent, dates: string, details: string, location: string): string {
	const query = new URLSearchParams({
		action: "TEMPLATE",
		text: event.title,
		dates,
		details,
		location,
	});
	if (timingOf(event.schedule) === "timed") query.set("ctz", event.schedule.timezone);
	return `${GOOGLE}?${query}`;
}

function outlookLink(
	event: FeedEvent,
	startdt: string,
	enddt: string,
	body: string,
	location: string,
	isAllDay: boolean,
): string {
	const query = new URLSearchParams({
		rru: "addevent",
		subject: event.title,
		startdt,
		enddt,
		body,
		location,
	});
	if (isAllDay) query.set("allday", "true");
	return `${OUTLOOK}?${query}`;
}

function compact(date: string): string {
	return date.replaceAll("-", "");
}

function utcStamp(instant: Date): string {
	return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
