import { z } from "zod";
import { isCountry } from "@/lib/places/countries";
import { numberInput } from "@/lib/text/number-input";
import { isDate } from "@/lib/time/wall-time";
import { EVENT_TYPES } from "./content-columns";

/**
 * The filters of lists, feeds and the API, as they stand in addresses: `country=AZ&type=ceremony&season=2027&q=…`.
 * `season` is a year or "undated" (no source knows the year).
 */
export const calendarFilters = z.strictObject({
	q: z
		.string()
		.max(200)
		.transform((q) => q.trim())
		.optional(),
	country: z.string().refine(isCountry, "field.choose").optional(),
	type: z.enum(EVENT_TYPES, "field.choose").optional(),
	season: z
		.union([
			z.literal("undated"),
			numberInput("field.number").pipe(
				z.number().int("field.number").min(1992, "field.number").max(2200, "field.number"),
			),
		])
		.optional(),
	from: z.string().refine(isDate, "field.date").optional(),
	to: z.string().refine(isDate, "field.date").optional(),
});
export type CalendarFilters = z.infer<typeof calendarFilters>;

/** True for a list of all years, which is as long as the archive: its reader looks for the latest first. */
export function goesBySeason({ season, from, to }: CalendarFilters): boolean {
	return season === undefined && from === undefined && to === undefined;
}

/** Where the next page begins: the sort key of the last row, and its season where lists go by season. Opaque to callers. */
export type Cursor = { sortAt: Date; id: string; season?: number | null };

/** A cursor as text for addresses. */
export function writeCursor(cursor: Cursor): string {
	const season = cursor.season === undefined ? "" : ` ${cursor.season ?? "undated"}`;
	return Buffer.from(`${cursor.sortAt.getTime()} ${cursor.id}${season}`).toString("base64url");
}

const CURSOR = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?: (\d{4}|undated))?$/;
/** The last day of the year 9999, where events without a year stand. */
const LATEST_SORT_MS = Date.UTC(10_000, 0, 1) - 1;

/**
 * The cursor in a text, or null when it is none of ours: also for an id or an instant that PostgreSQL would refuse.
 * No event is earlier than 1992, so an instant is never negative.
 */
export function readCursor(text: string): Cursor | null {
	const match = CURSOR.exec(Buffer.from(text, "base64url").toString("utf8"));
	const sortMs = Number(match?.[1]);
	if (!match?.[2] || sortMs > LATEST_SORT_MS) return null;
	const cursor = { sortAt: new Date(sortMs), id: match[2] };
	if (match[3] === undefined) return cursor;
	return { ...cursor, season: match[3] === "undated" ? null : Number(match[3]) };
}
