import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { eventPath, localCityName } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";

const propertiesSchema = z.object({
	url: z.url().describe("Its page in `lang`."),
	title: z.string(),
	titleLanguage: z.string().describe("BCP 47 tag: another than `lang` where it is not translated."),
	type: z.enum(EVENT_TYPES),
	status: z.enum(["scheduled", "rescheduled", "postponed", "cancelled"]),
	attendanceMode: z.enum(["in_person", "online", "mixed"]),
	season: z.int().nullable(),
	startDate: z.iso.date().nullable().describe("Local day of the place."),
	endDate: z.iso.date().nullable().describe("Last local day; null: the day of startDate."),
	startTime: z
		.string()
		.regex(/^\d{2}:\d{2}$/)
		.nullable()
		.describe("On the clocks of `timezone`."),
	timezone: z.string().describe("IANA zone."),
	startsAtUtc: z.iso.datetime().nullable(),
	venue: z.string().nullable(),
	city: z.string().nullable().describe("In `lang` where GeoNames knows it."),
	country: z.string().length(2).describe("ISO 3166-1 alpha-2."),
	countryName: z.string().describe("In `lang`."),
	precision: z
		.enum(["exact", "city"])
		.nullable()
		.describe(
			'"exact": a pin of the organiser; "city": the point of the city; null: no point, as of what is only online.',
		),
	isDemo: z.boolean().describe("True: an example that does not take place."),
});

/** An event as a GeoJSON Feature (RFC 7946 §3.2); longitude comes first. */
export const featureSchema = z.object({
	type: z.literal("Feature"),
	id: z.uuid(),
	geometry: z
		.object({
			type: z.literal("Point"),
			coordinates: z.array(z.number()).length(2).describe("Longitude, latitude (WGS 84)."),
		})
		.nullable(),
	properties: propertiesSchema,
});
export type Feature = z.infer<typeof featureSchema>;

export const featureCollectionSchema = z.object({
	type: z.literal("FeatureCollection"),
	features: z.array(featureSchema),
});

/** The beginning of a collection; features apart by commas and `FEATURES_END` follow. */
export const FEATURES_START = '{"type":"FeatureCollection","features":[\n';
export const FEATURES_END = "\n]}\n";

/**
 * A published event in `lang`; `origin` is this site's scheme and host. What is only online has no point, as on the
 * map and in the feeds, even where its organiser named a city.
 */
export function toFeature(
	event: Published,
	{ lang, origin }: { lang: string; origin: string },
): Feature {
	const { lat, lon, schedule } = event;
	const text = bestText(event.texts, lang)?.text;
	const hasPoint = lat !== null && lon !== null && event.attendanceMode !== "online";
	return {
		type: "Feature",
		id: event.id,
		geometry: hasPoint ? { type: "Point", coordinates: [lon, lat] } : null,
		properties: {
			url: `${origin}/${lang}${eventPath(event)}`,
			title: text?.title ?? "",
			titleLanguage: text?.locale ?? lang,
			type: event.type,
			status: event.status,
			attendanceMode: event.attendanceMode,
			season: event.season,
			startDate: schedule.startDate,
			endDate: schedule.endDate,
			startTime: schedule.startTime,
			timezone: schedule.timezone,
			startsAtUtc: event.startsAtUtc,
			venue: event.venueName,
			city: localCityName(event, lang),
			country: event.country,
			countryName: countryName(event.country, lang),
			precision: hasPoint ? (event.isPinExact ? "exact" : "city") : null,
			isDemo: event.isDemo,
		},
	};
}
