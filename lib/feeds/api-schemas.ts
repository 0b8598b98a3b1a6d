import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { LICENCES } from "@/lib/media/licences";
import { ORGANISATION_KINDS } from "@/lib/organisations/schema";

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
	kind: z.enum(ORGANISATION_KINDS),
	website: z.string().nullable(),
	isVerified: z.boolean().describe("An administrator has checked who stands behind the name."),
});

const placeSchema = z.object({
	venue: z.string().nullable(),
	address: z.string().nullable(),
	city: z.string().nullable().describe("As the organiser wrote it."),
	cityLabel: z.string().nullable().describe("The city's name in `lang` where GeoNames knows it."),
	country,
	countryName: z.string().describe("In `lang`."),
	geonameId: z.int().nullable(),
	lat: z.number().nullable().describe("Null, as `lon`, for what is only online."),
	lon: z.number().nullable(),
	isPinExact: z.boolean().describe("False: the coordinates are those of the city."),
});

const pictureSchema = z.object({
	url: z.string(),
	alternativeTexts: z.array(z.object({ language, text: z.string() })),
	credit: z.string().nullable(),
});

const imageSchema = pictureSchema.extend({
	licence: z
		.enum(LICENCES)
		.nullable()
		.describe(
			"SPDX identifier; `own-work` and `with-permission` allow nothing to others. Null: not stated.",
		),
	licenceUrl: z.url().nullable().describe("What a public licence allows, in plain words."),
	focus: z
		.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
		.nullable()
		.describe(
			"What to keep in sight where it is cropped: shares of width and height from the left and top. Null: the middle.",
		),
});

const contactSchema = z.object({
	name: z.string().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	url: z.string().nullable(),
});

const hoursSchema = z.object({
	opens: wallTime.nullable().describe("Null: closed."),
	closes: wallTime.nullable(),
});

const openingHoursSchema = z.object({
	weekdays: z.array(hoursSchema.extend({ weekday: z.int().describe("Monday 1 to Sunday 7.") })),
	dates: z.array(hoursSchema.extend({ date })).describe("Days that differ from their weekday."),
});

const programmeItemSchema = z.object({
	date: date
		.nullable()
		.describe("Local day of the place; null where the event's day is not known."),
	startTime: wallTime.nullable(),
	endTime: wallTime.nullable(),
	startsAt: z.iso.datetime({ offset: true }).nullable(),
	endsAt: z.iso.datetime({ offset: true }).nullable(),
	titles: z.array(z.object({ language, text: z.string() })),
	speakers: z.array(
		z.object({
			name: z.string().describe("As the organiser gives it."),
			role: z.string().nullable().describe("Office or affiliation."),
		}),
	),
});

const sourceSchema = z.object({
	url: z.string(),
	title: z.string().nullable(),
	note: z.string().nullable(),
});

const recapSchema = z.object({
	attendance: z
		.object({ min: z.int(), max: z.int() })
		.nullable()
		.describe("How many came, by the organiser's own count; equal where it is one number."),
	texts: z.array(z.object({ language, text: z.string() })).describe("Plain text."),
	books: z.array(z.string()).describe("Shown at the event."),
	films: z.array(z.string()),
	photographs: z.array(z.string()),
	links: z.array(z.object({ url: z.url(), title: z.string() })).describe("Press reports."),
	pictures: z.array(pictureSchema),
	publishedAt: z.iso.datetime(),
});

/** An event as `/api/v1` answers it; the published description is made from this schema. */
export const apiEventSchema = z.object({
	id: z.uuid(),
	url: z.url().describe("Its page in `lang`."),
	calendarUrl: z
		.url()
		.nullable()
		.describe("The event alone as an iCalendar file in `lang`; null where no day is known."),
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
	previousStartDate: date
		.nullable()
		.describe("Day that a rescheduled event left; null: not known, or only the hour changed."),
	texts: z.array(textSchema),
	organisers: z.array(organiserSchema).describe("The first one registered the event."),
	place: placeSchema,
	onlineUrl: z.string().nullable(),
	isFree: z.boolean().nullable().describe("Free of charge; null: not stated."),
	isWheelchairAccessible: z.boolean().nullable().describe("Null: not stated."),
	languages: z.array(language).describe("Spoken at the event."),
	contact: contactSchema,
	picture: pictureSchema.nullable().describe("The first of `images`."),
	images: z.array(imageSchema).describe("Up to ten; the first stands for the event."),
	openingHours: openingHoursSchema
		.nullable()
		.describe("Of an event of several days; other weekdays are closed. Null: not stated."),
	programme: z.array(programmeItemSchema).describe("Parts of the event, in the order of time."),
	superEvent: z
		.uuid()
		.nullable()
		.describe("Id of the event that it is part of, while that one is public, too."),
	subEvents: z
		.array(z.uuid())
		.describe("Ids of the public events that are part of it, in the order of their days."),
	recap: recapSchema
		.nullable()
		.describe("What happened, told by the organiser afterwards and approved."),
	source: sourceSchema.nullable().describe("Where an event of the archive is reported."),
	isDemo: z.boolean().describe("True: an example that does not take place."),
	firstPublishedAt: z.iso.datetime(),
	publishedAt: z.iso.datetime().describe("Last public change."),
});
export type ApiEvent = z.infer<typeof apiEventSchema>;

/** Addresses of the same events as feeds. */
export const feedsSchema = z.object({
	calendar: z.url().describe("iCalendar."),
	rss: z.url().describe("RSS 2.0."),
	json: z.url().describe("JSON Feed 1.1."),
});
