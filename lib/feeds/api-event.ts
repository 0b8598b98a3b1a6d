import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { eventPath } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { anniversaryOf } from "@/lib/time/season";
import { toOffsetString } from "@/lib/time/wall-time";
import { pictureUrl } from "./from-published";

const date = z.iso.date();
const wallTime = z.string().regex(/^\d{2}:\d{2}$/);
const country = z.string().length(2).describe("ISO 3166-1 alpha-2.");
const language = z.string().describe("BCP 47 tag.");

const textSchema = z.object({
	language,
	title: z.string(),
	description: z
		.string()
		.describe("Markdown: paragraphs, emphasis, links, lists, quotations, headings."),
});

const organiserSchema = z.object({
	name: z.string(),
	slug: z.string(),
	kind: z.enum([
		"embassy",
		"consulate",
		"diaspora_association",
		"student_union",
		"university",
		"museum",
		"government",
		"other",
	]),
	website: z.string().nullable(),
	isVerified: z.boolean().describe("An administrator has checked who stands behind the name."),
});

const placeSchema = z.object({
	venue: z.string().nullable(),
	address: z.string().nullable(),
	city: z.string().nullable(),
	country,
	geonameId: z.int().nullable(),
	lat: z.number().nullable(),
	lon: z.number().nullable(),
	isPinExact: z.boolean().describe("False: the coordinates are those of the city."),
});

const pictureSchema = z.object({
	url: z.string(),
	alternativeTexts: z.array(z.object({ language, text: z.string() })),
	credit: z.string().nullable(),
});

const contactSchema = z.object({
	name: z.string().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	url: z.string().nullable(),
});

const sourceSchema = z.object({
	url: z.string(),
	title: z.string().nullable(),
	note: z.string().nullable(),
});

/** An event as `/api/v1` answers it; the published description is made from this schema. */
export const apiEventSchema = z.object({
	id: z.uuid(),
	url: z.string().describe("Its page, in English; other languages under /{language}/…"),
	uid: z.string().describe("iCalendar UID: the same for the whole life of the event."),
	sequence: z.int().describe("iCalendar SEQUENCE: grows with each public change."),
	season: z
		.int()
		.nullable()
		.describe("Year of the 26 February to which it belongs; null where no source tells."),
	anniversary: z.int().nullable().describe("Which anniversary the season is: 2027 is the 35th."),
	type: z.enum(EVENT_TYPES),
	typesAlso: z.array(z.enum(EVENT_TYPES)),
	status: z.enum(["scheduled", "rescheduled", "postponed", "cancelled"]),
	statusReason: z.string().nullable(),
	attendanceMode: z.enum(["in_person", "online", "mixed"]),
	datePrecision: z.enum(["day", "year", "unknown"]).describe("How much of the date is known."),
	year: z.int().nullable(),
	startDate: date.nullable().describe("Local day of the place."),
	endDate: date.nullable().describe("Last local day; null: the day of startDate."),
	startTime: wallTime
		.nullable()
		.describe("On the clocks of `timezone`; null: not announced, or all day."),
	endTime: wallTime.nullable(),
	isAllDay: z.boolean(),
	timezone: z.string().describe("IANA zone."),
	startsAt: z.iso
		.datetime({ offset: true })
		.nullable()
		.describe("With the offset of the place; null without a start time."),
	endsAt: z.iso.datetime({ offset: true }).nullable(),
	startsAtUtc: z.iso
		.datetime()
		.nullable()
		.describe("For sorting: without a start time, the beginning of the local day."),
	endsAtUtc: z.iso.datetime().nullable(),
	previousStartDate: date.nullable(),
	texts: z.array(textSchema),
	organisers: z.array(organiserSchema).describe("The first one registered the event."),
	place: placeSchema,
	onlineUrl: z.string().nullable(),
	languages: z.array(language).describe("Spoken at the event."),
	contact: contactSchema,
	picture: pictureSchema.nullable(),
	source: sourceSchema.nullable().describe("Where an event of the archive is reported."),
	isDemo: z.boolean().describe("True: an example that does not take place."),
	firstPublishedAt: z.iso.datetime(),
	publishedAt: z.iso.datetime().describe("Last public change."),
});
export type ApiEvent = z.infer<typeof apiEventSchema>;

/** Turns a published event into what the API answers; `origin` is this site's scheme and host. */
export function toApiEvent(event: Published, origin: string): ApiEvent {
	return {
		id: event.id,
		url: `${origin}/en${eventPath(event)}`,
		uid: event.uid,
		sequence: event.sequence,
		season: event.season,
		anniversary: event.season === null ? null : anniversaryOf(event.season),
		type: event.type,
		typesAlso: event.typesAlso,
		status: event.status,
		statusReason: event.statusReason,
		attendanceMode: event.attendanceMode,
		...timesOf(event),
		texts: event.texts.map(({ locale, title, description }) => ({
			language: locale,
			title,
			description,
		})),
		organisers: event.organisers,
		place: placeOf(event),
		onlineUrl: event.onlineUrl,
		languages: event.languages,
		contact: {
			name: event.contactName,
			email: event.contactEmail,
			phone: event.contactPhone,
			url: event.contactUrl,
		},
		picture: pictureOf(event, origin),
		source: event.sourceUrl
			? { url: event.sourceUrl, title: event.sourceTitle, note: event.sourceNote }
			: null,
		isDemo: event.isDemo,
		firstPublishedAt: event.firstPublishedAt,
		publishedAt: event.publishedAt,
	};
}

function timesOf({ schedule, startsAtUtc, endsAtUtc, previousStartDate }: Published) {
	const isTimed = schedule.hasStartTime && schedule.startTime !== null;
	return {
		datePrecision: schedule.datePrecision,
		year: schedule.year,
		startDate: schedule.startDate,
		endDate: schedule.endDate,
		startTime: schedule.startTime,
		endTime: schedule.endTime,
		isAllDay: schedule.isAllDay,
		timezone: schedule.timezone,
		startsAt: isTimed ? withOffset(startsAtUtc, schedule.timezone) : null,
		endsAt: isTimed ? withOffset(endsAtUtc, schedule.timezone) : null,
		startsAtUtc,
		endsAtUtc,
		previousStartDate,
	};
}

function withOffset(instant: string | null, zone: string): string | null {
	return instant === null ? null : toOffsetString(new Date(instant), zone);
}

function placeOf(event: Published): ApiEvent["place"] {
	return {
		venue: event.venueName,
		address: event.address,
		city: event.cityName,
		country: event.country,
		geonameId: event.cityGeonameId,
		lat: event.lat,
		lon: event.lon,
		isPinExact: event.isPinExact,
	};
}

function pictureOf(event: Published, origin: string): ApiEvent["picture"] {
	if (event.pictureId === null) return null;
	const alternativeTexts = event.texts.flatMap(({ locale, pictureAlt }) =>
		pictureAlt ? [{ language: locale, text: pictureAlt }] : [],
	);
	return {
		url: pictureUrl(origin, event.pictureId, 1600),
		alternativeTexts,
		credit: event.pictureCredit,
	};
}
