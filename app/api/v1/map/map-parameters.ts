import { z } from "zod";
import type { Box } from "@/lib/calendar/clusters";
import { calendarFilters } from "@/lib/calendar/filters";
import { LOCALES } from "@/lib/text/languages";
import { numberInput } from "@/lib/text/number-input";

const MAX_ZOOM = 22;
const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };
const NUMBER = /^-?\d{1,3}(?:\.\d{1,9})?$/;

const bbox = z
	.string()
	.max(80)
	.transform((text, context): Box => {
		const box = boxOf(text);
		if (box) return box;
		context.addIssue({ code: "custom", message: "field.invalid" });
		return z.NEVER;
	})
	.default(WORLD);

const lang = z.enum(LOCALES, "field.choose").default("en");

/** What `GET /api/v1/map/events` understands: the calendar's filters, a box and a language. */
export const mapEventsQuery = calendarFilters.extend({ bbox, lang });

/** What `GET /api/v1/map` understands: also the zoom. */
export const mapQuery = mapEventsQuery.extend({
	zoom: numberInput("field.number")
		.pipe(z.number().int("field.number").min(0, "field.number").max(MAX_ZOOM, "field.number"))
		.default(0),
});

/** "west,south,east,north" in degrees; null when it is no box on Earth. */
function boxOf(text: string): Box | null {
	const parts = text.split(",");
	if (parts.length !== 4 || !parts.every((part) => NUMBER.test(part))) return null;
	const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number);
	const isOnEarth =
		[west, east].every((lon) => Math.abs(lon) <= 180) && south >= -90 && north <= 90;
	return isOnEarth && south <= north ? { west, south, east, north } : null;
}
