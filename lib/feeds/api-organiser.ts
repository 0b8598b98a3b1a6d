import { z } from "zod";
import type { Organiser } from "@/lib/calendar/organisers";
import { organiserPath } from "@/lib/calendar/paths";
import { ORGANISATION_KINDS } from "@/lib/organisations/schema";
import { countryName } from "@/lib/places/countries";
import { feedsSchema } from "./api-schemas";
import { subscriptionLinks } from "./subscription-links";

const country = z.string().length(2).describe("ISO 3166-1 alpha-2.");

/** An organiser as `/api/v1` answers it. */
export const apiOrganiserSchema = z.object({
	slug: z.string(),
	url: z.url().describe("Its page in `lang`."),
	name: z.string(),
	kind: z.enum(ORGANISATION_KINDS),
	country,
	countryName: z.string().describe("In `lang`."),
	city: z.string().nullable(),
	website: z.string().nullable(),
	covers: z.array(country).describe("Other countries for which the mission is competent."),
	isOperating: z.boolean().describe("False: the source says that it works no more."),
	isVerified: z.boolean().describe("An administrator has checked who stands behind the name."),
	verifiedAt: z.iso.datetime().nullable(),
	closedAt: z.iso
		.datetime()
		.nullable()
		.describe("Since when its entry is closed for good; its events stay."),
	dissolvedOn: z.iso.date().nullable().describe("When a closed one was dissolved, where known."),
	source: z
		.object({ url: z.string(), note: z.string().nullable() })
		.nullable()
		.describe("Where an imported organiser comes from."),
	events: z.int().describe("Its published events."),
	feeds: feedsSchema.describe("Its events to subscribe to, in `lang`."),
});
export type ApiOrganiser = z.infer<typeof apiOrganiserSchema>;

/** Turns a public organiser into what the API answers in `lang`; `origin` is this site's scheme and host. */
export function toApiOrganiser(
	organiser: Organiser,
	{ lang, origin }: { lang: string; origin: string },
): ApiOrganiser {
	const { slug, verifiedAt, sourceUrl, sourceNote, cityName, ...rest } = organiser;
	return {
		...rest,
		slug,
		url: `${origin}/${lang}${organiserPath(slug)}`,
		countryName: countryName(organiser.country, lang),
		city: cityName,
		isVerified: verifiedAt !== null,
		verifiedAt,
		source: sourceUrl ? { url: sourceUrl, note: sourceNote } : null,
		feeds: feedsOf({ organiser: slug }, { lang, origin }),
	};
}

/** Addresses of the feeds of some filters in `lang`. */
export function feedsOf(
	filters: Record<string, string>,
	{ lang, origin }: { lang: string; origin: string },
): z.infer<typeof feedsSchema> {
	const query = new URLSearchParams({ ...filters, lang }).toString();
	const { calendar, rss, json } = subscriptionLinks({ query, name: "", origin });
	return { calendar, rss, json };
}
