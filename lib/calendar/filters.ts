import { z } from "zod";
import { isCountry } from "@/lib/places/countries";
import type { Point } from "@/lib/places/distance";
import { getCity } from "@/lib/places/gazetteer";
import { isLanguage } from "@/lib/text/languages";
import { numberInput } from "@/lib/text/number-input";
import { isDate } from "@/lib/time/wall-time";
import { EVENT_TYPES } from "./content-columns";

/** Kilometres around a point; what `near` means without a `radius`. */
export const DEFAULT_RADIUS_KM = 50;
export const MAX_RADIUS_KM = 5_000;
/** How people attend; "in_person" and "online" each include what is both. */
export const ATTENDANCE_CHOICES = ["in_person", "online", "mixed"] as const;

const cityId = numberInput("field.choose").pipe(
	z
		.number()
		.int("field.choose")
		.refine((id) => getCity(id) !== null, "field.choose"),
);
const language = z.string().refine((tag): boolean => isLanguage(tag), "field.choose");
const yes = z.union([z.literal(true), z.literal("1")], "field.choose").transform((): true => true);

/**
 * The filters of lists, feeds and the API, as they stand in addresses: `country=AZ&type=ceremony&season=2027&q=…`.
 * `season` is a year, "undated" (no source knows the year) or "all", the same as none; `near` a GeoNames id or "lat,lon" in degrees, `radius`
 * in kilometres; `language` is spoken, `text` written (BCP 47); `free` and `accessible` are "1".
 */
export const calendarFilters = z.strictObject({
	q: z
		.string()
		.max(200)
		.transform((q) => q.trim())
		.optional(),
	country: z.string().refine(isCountry, "field.choose").optional(),
	city: cityId.optional(),
	near: z
		.string()
		.max(40)
		.refine((text) => pointOf(text) !== null, "field.choose")
		.optional(),
	radius: numberInput("field.number")
		.pipe(z.number().min(1, "field.number").max(MAX_RADIUS_KM, "field.number"))
		.optional(),
	type: z.enum(EVENT_TYPES, "field.choose").optional(),
	from: z.string().refine(isDate, "field.date").optional(),
	to: z.string().refine(isDate, "field.date").optional(),
	season: z
		.union([
			// As the pages write it: every year, which is also what no season means.
			z.literal("all").transform((): undefined => undefined),
			z.literal("undated"),
			numberInput("field.number").pipe(
				z.number().int("field.number").min(1992, "field.number").max(2200, "field.number"),
			),
		])
		.optional(),
	language: language.optional(),
	text: language.optional(),
	attendance: z.enum(ATTENDANCE_CHOICES, "field.choose").optional(),
	organiser: z
		.string()
		.max(100, "field.invalid")
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "field.invalid")
		.optional(),
	free: yes.optional(),
	accessible: yes.optional(),
});
export type CalendarFilters = z.infer<typeof calendarFilters>;
export type CalendarFilterName = keyof CalendarFilters;
export const CALENDAR_FILTER_NAMES = Object.keys(calendarFilters.shape) as CalendarFilterName[];

const COORDINATES = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)$/;

/** The point that `near` names: a city of the gazetteer by its GeoNames id, or coordinates; null when it is neither. */
export function pointOf(near: string): Point | null {
	if (/^\d{1,9}$/.test(near)) {
		const city = getCity(Number(near));
		return city && { lat: city.lat, lon: city.lon };
	}
	const [lat = Number.NaN, lon = Number.NaN] = (COORDINATES.exec(near) ?? []).slice(1).map(Number);
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** True for a list of all years, which is as long as the archive: its reader looks for the latest first. */
export function goesBySeason({ season, from, to }: CalendarFilters): boolean {
	return season === undefined && from === undefined && to === undefined;
}
