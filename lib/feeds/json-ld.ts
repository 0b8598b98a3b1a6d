import { movedFrom } from "@/lib/calendar/moved-from";
import { deedOf } from "@/lib/media/licences";
import { countryName } from "@/lib/places/countries";
import { timingOf } from "@/lib/time/schedule";
import { toOffsetString } from "@/lib/time/wall-time";
import type { FeedEvent, FeedPicture } from "./feed-event";
import { describeHours } from "./json-ld-hours";
import { describeItems, describePerformers } from "./json-ld-programme";

export type JsonLd = { [key: string]: string | number | boolean | string[] | JsonLd | JsonLd[] };

const SCHEMA = "https://schema.org";

const EVENT_STATUS = {
	scheduled: "EventScheduled",
	rescheduled: "EventRescheduled",
	postponed: "EventPostponed",
	cancelled: "EventCancelled",
} as const;

const ATTENDANCE_MODE = {
	in_person: "OfflineEventAttendanceMode",
	online: "OnlineEventAttendanceMode",
	mixed: "MixedEventAttendanceMode",
} as const;

/** What schema.org calls the types of events; the others are an Event. */
const EVENT_TYPES: Readonly<Record<string, string>> = {
	exhibition: "ExhibitionEvent",
	conference: "ConferenceEvent",
	lecture: "EducationEvent",
	screening: "ScreeningEvent",
	concert: "MusicEvent",
	book_presentation: "LiteraryEvent",
};

const ORGANIZATION_TYPES: Readonly<Record<string, string>> = {
	embassy: "GovernmentOrganization",
	consulate: "GovernmentOrganization",
	government: "GovernmentOrganization",
	university: "CollegeOrUniversity",
};

/**
 * A schema.org Event. Times carry the offset of the place; a day without a time is a date; an event
 * of which only the year is known starts in that year ("2015"), and one without any has no start.
 * @param preview absolute address of the picture that is drawn of it, shown after its own
 * @param parts the events that are part of it, in the same language
 */
export function toJsonLd(
	event: FeedEvent,
	preview?: string,
	parts: readonly FeedEvent[] = [],
): JsonLd {
	const images = [
		...event.pictures.map(describePicture),
		...(preview ? [{ "@type": "ImageObject", url: preview }] : []),
	];
	const location = describeLocations(event);
	const performers = describePerformers(event);
	const subEvents = [...describeItems(event, location), ...parts.map(describeBriefly)];
	return {
		"@context": SCHEMA,
		...describeBriefly(event),
		description: event.descriptionText,
		...(event.organisers.length > 0
			? { organizer: oneOrMore(event.organisers.map(describeOrganiser)) }
			: {}),
		...(images.length > 0 ? { image: oneOrMore(images) } : {}),
		...(event.isFree === null ? {} : { isAccessibleForFree: event.isFree }),
		...(event.languages.length > 0 ? { inLanguage: event.languages } : {}),
		...(performers.length > 0 ? { performer: performers } : {}),
		...(event.superEvent ? { superEvent: describeWhole(event.superEvent) } : {}),
		...(subEvents.length > 0 ? { subEvent: subEvents } : {}),
		...(event.source ? { subjectOf: describeSource(event.source) } : {}),
	};
}

/** What, when, where and whether: all that is said of an event beside another one. */
function describeBriefly(event: FeedEvent): JsonLd {
	return {
		"@type": typesOf(event),
		"@id": event.url,
		url: event.url,
		name: event.title,
		...describeTimes(event),
		eventStatus: `${SCHEMA}/${EVENT_STATUS[event.status]}`,
		eventAttendanceMode: `${SCHEMA}/${ATTENDANCE_MODE[event.attendanceMode]}`,
		location: describeLocations(event),
	};
}

function describeWhole({ url, title }: NonNullable<FeedEvent["superEvent"]>): JsonLd {
	return { "@type": "Event", "@id": url, url, name: title };
}

/** A schema.org BreadcrumbList; addresses are absolute. */
export function toBreadcrumbs(crumbs: readonly { name: string; url: string }[]): JsonLd {
	return {
		"@context": SCHEMA,
		"@type": "BreadcrumbList",
		itemListElement: crumbs.map(({ name, url }, index) => ({
			"@type": "ListItem",
			position: index + 1,
			name,
			item: url,
		})),
	};
}

/** JSON that may stand inside <script type="application/ld+json">: nothing in it can close the element. */
export function serialiseJsonLd(value: JsonLd | JsonLd[]): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/** `startDate` and `endDate` in ISO 8601, each as precise as it is known, and `previousStartDate`. */
export function describeTimes(event: FeedEvent): JsonLd {
	const times: JsonLd = {};
	const { schedule, startsAtUtc, endsAtUtc } = event;
	const timing = timingOf(schedule);
	if (timing === "undated") {
		if (schedule.datePrecision === "year" && schedule.year) times.startDate = String(schedule.year);
	} else if (timing === "timed" && startsAtUtc) {
		times.startDate = toOffsetString(startsAtUtc, schedule.timezone);
		const end = endsAtUtc ? toOffsetString(endsAtUtc, schedule.timezone) : schedule.endDate;
		if (end) times.endDate = end;
	} else if (schedule.startDate) {
		times.startDate = schedule.startDate;
		times.endDate = schedule.endDate ?? schedule.startDate;
	}
	const previous = movedFrom(event);
	return previous ? { ...times, previousStartDate: previous } : times;
}

function describeLocations(event: FeedEvent): JsonLd | JsonLd[] {
	const place = describePlace(event);
	const online: JsonLd = { "@type": "VirtualLocation", url: event.onlineUrl ?? event.url };
	switch (event.attendanceMode) {
		case "in_person":
			return place;
		case "online":
			return online;
		case "mixed":
			return [place, online];
	}
}

function describePlace(event: FeedEvent): JsonLd {
	const hours = describeHours(event);
	return {
		"@type": "Place",
		name: event.venueName ?? event.cityName ?? countryName(event.country, event.locale),
		address: {
			"@type": "PostalAddress",
			...(event.address ? { streetAddress: event.address } : {}),
			...(event.cityName ? { addressLocality: event.cityName } : {}),
			addressCountry: event.country,
		},
		...(hours.length > 0 ? { openingHoursSpecification: hours } : {}),
		...(event.lat !== null && event.lon !== null
			? { geo: { "@type": "GeoCoordinates", latitude: event.lat, longitude: event.lon } }
			: {}),
		...(event.isWheelchairAccessible === null
			? {}
			: {
					amenityFeature: {
						"@type": "LocationFeatureSpecification",
						name: "Wheelchair accessible",
						value: event.isWheelchairAccessible,
					},
				}),
	};
}

/** `license` is the deed of a public licence; "own work" allows nothing to everyone. */
function describePicture({ url, alt, credit, licence }: FeedPicture): JsonLd {
	const deed = deedOf(licence);
	return {
		"@type": "ImageObject",
		url,
		contentUrl: url,
		...(alt ? { caption: alt } : {}),
		...(credit ? { creditText: credit } : {}),
		...(deed ? { license: deed } : {}),
	};
}

function describeOrganiser({ name, kind, website }: FeedEvent["organisers"][number]): JsonLd {
	return {
		"@type": ORGANIZATION_TYPES[kind] ?? "Organization",
		name,
		...(website ? { url: website } : {}),
	};
}

function describeSource({ url, title }: NonNullable<FeedEvent["source"]>): JsonLd {
	return { "@type": "WebPage", url, ...(title ? { name: title } : {}) };
}

/** The general type only where there is no other. */
function typesOf({ type, typesAlso }: FeedEvent): string | string[] {
	const types = new Set([type, ...typesAlso].flatMap((each) => EVENT_TYPES[each] ?? []));
	return types.size === 0 ? "Event" : oneOrMore([...types]);
}

function oneOrMore<T>(list: T[]): T | T[] {
	const [first] = list;
	return list.length === 1 && first !== undefined ? first : list;
}
