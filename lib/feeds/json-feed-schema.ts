import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";

const isoMoment = z
	.string()
	.nullable()
	.describe(
		"As precise as it is known: with the offset of the place, a local day, a year, or null.",
	);

const placeSchema = z.object({
	name: z.string().nullable(),
	address: z.string().nullable(),
	city: z.string().nullable().describe("In `lang` where GeoNames knows it."),
	country: z.string().length(2).describe("ISO 3166-1 alpha-2."),
	lat: z.number().nullable().describe("Of an exact pin only."),
	lon: z.number().nullable(),
});

const extensionSchema = z
	.object({
		start: isoMoment,
		end: isoMoment,
		zone: z.string().describe("IANA zone."),
		season: z.int().nullable().describe("Year of the 26 February to which it belongs."),
		type: z.enum(EVENT_TYPES),
		status: z.enum(["scheduled", "rescheduled", "postponed", "cancelled"]),
		attendance: z.enum(["in_person", "online", "mixed"]),
		place: placeSchema.nullable().describe("Null: online."),
		online_url: z.string().nullable(),
		is_example: z.boolean().describe("True: an example that does not take place."),
	})
	.describe("Our extension: when and where, for machines.");

/** An item of the JSON Feed as we write it. */
export const jsonFeedItemSchema = z.object({
	id: z.string().describe("The iCalendar UID: the same for the whole life of the event."),
	url: z.url(),
	title: z.string(),
	summary: z.string().describe("When, where, by whom, in words."),
	content_html: z.string(),
	language: z.string().describe("Of the title (BCP 47)."),
	date_published: z.iso.datetime().describe("First publication."),
	date_modified: z.iso.datetime().describe("Last public change."),
	authors: z.array(z.object({ name: z.string(), url: z.string().optional() })),
	tags: z.array(z.string()),
	image: z.url().optional(),
	_event: extensionSchema,
});
export type JsonFeedItem = z.infer<typeof jsonFeedItemSchema>;

export const jsonFeedSchema = z.object({
	version: z.literal("https://jsonfeed.org/version/1.1"),
	title: z.string(),
	home_page_url: z.url(),
	feed_url: z.url(),
	description: z.string(),
	language: z.string(),
	_event: z.object({ about: z.url().describe("Where the extension is explained.") }),
	items: z.array(jsonFeedItemSchema),
});
