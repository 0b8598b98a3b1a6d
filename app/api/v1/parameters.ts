import { z } from "zod";
import { calendarFilters } from "@/lib/calendar/filters";
import { isCountry } from "@/lib/places/countries";
import { LOCALES } from "@/lib/text/languages";

const MAX_LIMIT = 100;

/** What `GET /api/v1/events` understands: the calendar's filters and a page. */
export const eventsQuery = calendarFilters.extend({
	limit: z.coerce
		.number("field.number")
		.int("field.number")
		.min(1, "field.number")
		.max(MAX_LIMIT, "field.number")
		.default(50),
	cursor: z.string().max(200, "field.invalid").optional(),
});

/** What `GET /api/v1/cities` understands. */
export const citiesQuery = z.strictObject({
	q: z.string("field.required").min(1, "field.required").max(80, "field.tooLong"),
	country: z.string().refine(isCountry, "field.choose").optional(),
	locale: z.enum(LOCALES, "field.choose").default("en"),
});
