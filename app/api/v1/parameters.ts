import { z } from "zod";
import { readCursor } from "@/lib/calendar/cursor";
import { calendarFilters } from "@/lib/calendar/filters";
import { ORGANISATION_KINDS } from "@/lib/organisations/schema";
import { isCountry } from "@/lib/places/countries";
import { LOCALES } from "@/lib/text/languages";
import { readOrganiserCursor } from "./organisers/organiser-cursor";

const MAX_LIMIT = 100;

const lang = z.enum(LOCALES, "field.choose").default("en");
const limit = z.coerce
	.number("field.number")
	.int("field.number")
	.min(1, "field.number")
	.max(MAX_LIMIT, "field.number")
	.default(50);

function cursor(read: (text: string) => unknown) {
	return z
		.string()
		.max(500, "field.invalid")
		.refine((text) => read(text) !== null, "field.invalid")
		.optional();
}

/** What `GET /api/v1/events` understands: the calendar's filters, a language and a page. */
export const eventsQuery = calendarFilters.extend({ lang, limit, cursor: cursor(readCursor) });

/** What answers in a language take and nothing else: one event, one organiser, the countries. */
export const languageQuery = z.strictObject({ lang });

/** What `GET /api/v1/organisers` understands. */
export const organisersQuery = z.strictObject({
	q: z
		.string()
		.max(200)
		.transform((q) => q.trim())
		.optional(),
	country: z.string().refine(isCountry, "field.choose").optional(),
	kind: z.enum(ORGANISATION_KINDS, "field.choose").optional(),
	lang,
	limit,
	cursor: cursor(readOrganiserCursor),
});

/** What `GET /api/v1/cities` understands. */
export const citiesQuery = z.strictObject({
	q: z.string("field.required").min(1, "field.required").max(80, "field.tooLong"),
	country: z.string().refine(isCountry, "field.choose").optional(),
	locale: z.enum(LOCALES, "field.choose").default("en"),
});

/** The registers are answered whole. */
export const noQuery = z.strictObject({});
