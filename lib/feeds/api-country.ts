import { z } from "zod";
import type { CountrySeasons } from "@/lib/calendar/country-seasons";
import { countryPath } from "@/lib/calendar/paths";
import { countryName } from "@/lib/places/countries";
import { feedsOf } from "./api-organiser";
import { feedsSchema } from "./api-schemas";

/** A country with events as `/api/v1` answers it. */
export const apiCountrySchema = z.object({
	code: z.string().length(2).describe("ISO 3166-1 alpha-2."),
	name: z.string().describe("In `lang`."),
	url: z.url().describe("Its page in `lang`."),
	events: z.int().describe("Its published events."),
	seasons: z
		.array(
			z.object({
				season: z.int().nullable().describe("Null: no source tells the year."),
				events: z.int(),
			}),
		)
		.describe("The newest first."),
	feeds: feedsSchema.describe("Its events to subscribe to, in `lang`."),
});
export type ApiCountry = z.infer<typeof apiCountrySchema>;

/** Turns a country's numbers into what the API answers in `lang`; `origin` is this site's scheme and host. */
export function toApiCountry(
	{ country, events, seasons }: CountrySeasons,
	{ lang, origin }: { lang: string; origin: string },
): ApiCountry {
	return {
		code: country,
		name: countryName(country, lang),
		url: `${origin}/${lang}${countryPath(country)}`,
		events,
		seasons,
		feeds: feedsOf({ country }, { lang, origin }),
	};
}
