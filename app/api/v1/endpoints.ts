import { z } from "zod";
import { feedQuery } from "@/app/feeds/feed-query";
import { apiCountrySchema } from "@/lib/feeds/api-country";
import { apiOrganiserSchema } from "@/lib/feeds/api-organiser";
import { apiEventSchema } from "@/lib/feeds/api-schemas";
import { featureCollectionSchema, featureSchema } from "@/lib/feeds/geo-json";
import { jsonFeedItemSchema, jsonFeedSchema } from "@/lib/feeds/json-feed-schema";
import { memorialSchema, recognitionSchema } from "@/lib/registers/schema";
import { citySchema } from "./city-schema";
import { citiesQuery, eventsQuery, languageQuery, noQuery, organisersQuery } from "./parameters";

const nextCursor = z
	.string()
	.nullable()
	.describe("`cursor` of the next page; null on the last one. The header `Link` has the same.");

function pageOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), nextCursor });
}

function wholeOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), nextCursor: z.null() });
}

/** Everything that answers are made of, under the names that the description gives them. */
export const SCHEMAS = {
	Event: apiEventSchema,
	EventPage: pageOf(apiEventSchema),
	Feature: featureSchema,
	FeatureCollection: featureCollectionSchema,
	Organiser: apiOrganiserSchema,
	OrganiserPage: pageOf(apiOrganiserSchema),
	Country: apiCountrySchema,
	CountryList: wholeOf(apiCountrySchema),
	City: citySchema,
	CityList: z.object({ items: z.array(citySchema) }),
	Memorial: memorialSchema,
	MemorialList: wholeOf(memorialSchema),
	Recognition: recognitionSchema,
	RecognitionList: wholeOf(recognitionSchema),
	JsonFeedItem: jsonFeedItemSchema,
	JsonFeed: jsonFeedSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;

export type Endpoint = {
	tag: "Events" | "Organisers" | "Places" | "Registers" | "Feeds";
	/** Path from the root of the site. */
	path: string;
	id: string;
	summary: string;
	description?: string;
	/** Names and formats of the parts of the path. */
	segments?: Readonly<Record<string, { description: string; format?: string }>>;
	query: z.ZodObject;
	/** Media type, and schema where the answer is JSON. */
	answer: { type: string; schema?: SchemaName };
	refusals: readonly ("400" | "404" | "429")[];
	/** Query of an address to try; "" for none. */
	example: string;
};

const JSON_TYPE = "application/json";

/** All that can be asked of this site by machines, in the order of the documentation. */
export const ENDPOINTS: readonly Endpoint[] = [
	{
		tag: "Events",
		path: "/api/v1/events",
		id: "listEvents",
		summary: "Published events in the order of their days",
		description:
			"Those of which only the year is known follow the end of their year; those without a year come last.",
		query: eventsQuery,
		answer: { type: JSON_TYPE, schema: "EventPage" },
		refusals: ["400"],
		example: "country=DE&type=exhibition&lang=az&limit=2",
	},
	{
		tag: "Events",
		path: "/api/v1/events/{id}",
		id: "getEvent",
		summary: "One published event",
		segments: { id: { description: "`id` of the event.", format: "uuid" } },
		query: languageQuery,
		answer: { type: JSON_TYPE, schema: "Event" },
		refusals: ["400", "404"],
		example: "lang=tr",
	},
	{
		tag: "Events",
		path: "/api/v1/events.geojson",
		id: "exportEvents",
		summary: "All events under the filters as GeoJSON",
		description:
			"An export: complete, never cut short, about 0.7 kB for each event (7 MB for 10,000). `precision` tells exact pins from points of cities; an event without a point, or only online, has a null geometry.",
		query: feedQuery,
		answer: { type: "application/geo+json", schema: "FeatureCollection" },
		refusals: ["400"],
		example: "season=2027&lang=fr",
	},
	{
		tag: "Organisers",
		path: "/api/v1/organisers",
		id: "listOrganisers",
		summary: "Public organisers by name",
		description:
			"Those of published events, and Azerbaijan's official missions. `country` is that of the seat or one that the mission covers; every word of `q` begins a word of the name.",
		query: organisersQuery,
		answer: { type: JSON_TYPE, schema: "OrganiserPage" },
		refusals: ["400"],
		example: "country=DE&kind=embassy",
	},
	{
		tag: "Organisers",
		path: "/api/v1/organisers/{slug}",
		id: "getOrganiser",
		summary: "One public organiser",
		description: "A slug that it had before is answered with 308 and the present address.",
		segments: { slug: { description: "`slug` of the organiser." } },
		query: languageQuery,
		answer: { type: JSON_TYPE, schema: "Organiser" },
		refusals: ["400", "404"],
		example: "",
	},
	{
		tag: "Places",
		path: "/api/v1/countries",
		id: "listCountries",
		summary: "Countries that have events, with their numbers by season",
		query: languageQuery,
		answer: { type: JSON_TYPE, schema: "CountryList" },
		refusals: ["400"],
		example: "lang=ar",
	},
	{
		tag: "Places",
		path: "/api/v1/cities",
		id: "findCities",
		summary: "Cities by the beginning of their name in any language",
		description:
			"At most ten, the most likely first. Limited to 300 requests a minute for each address.",
		query: citiesQuery,
		answer: { type: JSON_TYPE, schema: "CityList" },
		refusals: ["400", "429"],
		example: "q=mun&country=DE&locale=az",
	},
	{
		tag: "Registers",
		path: "/api/v1/memorials",
		id: "listMemorials",
		summary: "Public memorials, all of them",
		query: noQuery,
		answer: { type: JSON_TYPE, schema: "MemorialList" },
		refusals: ["400"],
		example: "",
	},
	{
		tag: "Registers",
		path: "/api/v1/recognitions",
		id: "listRecognitions",
		summary: "Acts and statements of parliaments and other bodies, all of them",
		query: noQuery,
		answer: { type: JSON_TYPE, schema: "RecognitionList" },
		refusals: ["400"],
		example: "",
	},
	...feeds(),
];

function feeds(): Endpoint[] {
	const common = { tag: "Feeds", query: feedQuery, refusals: ["400"] } as const;
	return [
		{
			...common,
			path: "/feeds/calendar.ics",
			id: "calendarFeed",
			summary: "Events as iCalendar, to subscribe to",
			description:
				"RFC 5545 and 7986, complete. Events without a known day are not in it: a calendar has no place for them.",
			answer: { type: "text/calendar" },
			example: "country=US&lang=es",
		},
		{
			...common,
			path: "/feeds/events.rss",
			id: "rssFeed",
			summary: "Events as RSS 2.0",
			description:
				"Complete. `pubDate` is the first publication, `atom:updated` the last change; `guid` is the UID.",
			answer: { type: "application/rss+xml" },
			example: "type=conference&lang=ru",
		},
		{
			...common,
			path: "/feeds/events.json",
			id: "jsonFeed",
			summary: "Events as JSON Feed 1.1",
			description: "Complete. The extension `_event` says when and where.",
			answer: { type: "application/feed+json", schema: "JsonFeed" },
			example: "near=52.52,13.4&radius=100&lang=de",
		},
	];
}
