import { hoursLines } from "@/lib/calendar/opening-hours";
import { countryName } from "@/lib/places/countries";
import { textLine, uriLine } from "./content-lines";
import { type FeedEvent, type FeedNotes, noteLines } from "./feed-event";
import { utcStamp, writeTimes, type ZoneYears } from "./icalendar-times";
import { programmeLines } from "./programme-lines";

const STATUS = {
	scheduled: "CONFIRMED",
	rescheduled: "CONFIRMED",
	postponed: "TENTATIVE",
	cancelled: "CANCELLED",
} as const;

/** What the calendar around an event knows. */
export type EventContext = {
	notes: FeedNotes;
	/** Names of the types of events in the reader's language. */
	types?: Readonly<Record<string, string>>;
	/** Stands above the parts of an event. */
	programme?: string;
	/** Stands above its opening hours, and in them where it is closed. */
	openingHours?: string;
	closed?: string;
	/** Past events are described as such. */
	now: Date;
	zones: ZoneYears;
};

/** The lines of a VEVENT (RFC 5545 §3.6.1), in one language. */
export function writeEvent(event: FeedEvent, context: EventContext): string[] {
	const { notes, types, now, zones } = context;
	const language = languageParameter(event.language);
	return [
		"BEGIN:VEVENT",
		textLine("UID", event.uid),
		`SEQUENCE:${event.sequence}`,
		`DTSTAMP:${utcStamp(event.lastModified)}`,
		`CREATED:${utcStamp(event.firstPublishedAt)}`,
		`LAST-MODIFIED:${utcStamp(event.lastModified)}`,
		...writeTimes(event, zones),
		textLine("SUMMARY", event.title, language),
		...writeDescription(event, noteLines(event, notes, now), context),
		...writePlace(event),
		...uriLine("URL", event.url),
		// RFC 5545 §3.8.4.5; where it is not in the same file, it is in the calendar's feed.
		...(event.superEvent
			? [textLine("RELATED-TO", event.superEvent.uid, { RELTYPE: "PARENT" })]
			: []),
		`STATUS:${STATUS[event.status]}`,
		textLine("CATEGORIES", types?.[event.type] ?? event.type),
		...writePicture(event),
		textLine("CONTACT", contactOf(event)),
		"CLASS:PUBLIC",
		// A world calendar must not fill its reader's own day.
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	];
}

function writeDescription(
	event: FeedEvent,
	notes: readonly string[],
	{ openingHours, closed = "–", programme }: EventContext,
): string[] {
	const parts = programmeLines(event);
	const hours = hoursLines(event.openingHours, event.schedule, { locale: event.locale, closed });
	const paragraphs = [
		notes.join("\n"),
		event.descriptionText.trim(),
		hours.length > 0 ? [openingHours, ...hours].filter(Boolean).join("\n") : "",
		parts.length > 0 ? [programme, ...parts].filter(Boolean).join("\n") : "",
		event.url,
	];
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
	const [leading] = event.pictures;
	return leading ? uriLine("IMAGE", leading.url, { VALUE: "URI", DISPLAY: "FULLSIZE" }) : [];
}

function contactOf(event: FeedEvent): string {
	return [event.organiserName, event.contactEmail].filter(Boolean).join(", ");
}

function languageParameter(language: string): Record<string, string> {
	return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? { LANGUAGE: language } : {};
}
