import ICAL from "ical.js";
import type { FeedEvent } from "./feed-event";
import { NOTES, NOW } from "./feed-event.fixture";
import { toICalendar } from "./icalendar";

export const INFO = {
	name: "26 February",
	url: "https://calendar.example/en/events",
	notes: NOTES,
	now: NOW,
};

/** A calendar as ical.js reads it. */
export function parse(text: string): ICAL.Component {
	return new ICAL.Component(ICAL.parse(text));
}

/** These events, written and read again. */
export function parseEvents(events: FeedEvent[]): ICAL.Component[] {
	return parse(toICalendar(events, INFO)).getAllSubcomponents("vevent");
}

/** The one event of a calendar made of it. */
export function parseOne(event: FeedEvent): ICAL.Component {
	const [found, ...more] = parseEvents([event]);
	if (!found || more.length > 0) throw new Error("not one event");
	return found;
}

/** The instant by the VTIMEZONE in the text itself, not by what the parser knows. */
export function instantOf(event: ICAL.Component, name: string): string {
	const property = event.getFirstProperty(name);
	const time = property?.getFirstValue() as ICAL.Time;
	const zone = event.parent
		.getAllSubcomponents("vtimezone")
		.find(
			(candidate) =>
				candidate.getFirstPropertyValue("tzid") === property?.getFirstParameter("tzid"),
		);
	if (zone) time.zone = new ICAL.Timezone({ component: zone });
	return time.toJSDate().toISOString();
}

/** The lines that begin so, unfolded. */
export function rawLines(events: FeedEvent[], name: string): string[] {
	const unfolded = toICalendar(events, INFO).replaceAll("\r\n ", "");
	return unfolded.split("\r\n").filter((line) => line.startsWith(name));
}
