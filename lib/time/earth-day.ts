import { Temporal } from "temporal-polyfill";
import { DomainError } from "@/lib/errors";
import type { Span } from "./span";
import { addDays, isTime, startOfDay } from "./wall-time";
import { isZone, offsetMinutes } from "./zones";

/** The clocks furthest ahead of UTC (Line Islands) and furthest behind (ships; Baker and Howland Island), in minutes. */
export const FIRST_OFFSET = 14 * 60;
export const LAST_OFFSET = -12 * 60;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** From the first moment of a day anywhere on Earth to its last: fifty hours, from UTC+14 to UTC−12. */
export function earthDay(date: string): Span {
	const midnight = startOfDay(date, "UTC").getTime();
	return {
		from: midnight - FIRST_OFFSET * MINUTE_MS,
		until: midnight + DAY_MS - LAST_OFFSET * MINUTE_MS,
	};
}

export type EarthPhase = "before" | "during" | "after";

/** Where `now` stands to the days from `first` to `last`, each of which counts as long as it is that day anywhere on Earth; null: no limit. */
export function earthPhase(
	{ first, last }: { first: string | null; last: string | null },
	now: Date,
): EarthPhase {
	if (first !== null && now.getTime() < earthDay(first).from) return "before";
	if (last !== null && now.getTime() >= earthDay(last).until) return "after";
	return "during";
}

/** A day as the clocks of `zone` have it, 23 or 25 hours long where they change, and its offset from UTC as it begins. */
export function dayIn(date: string, zone: string): Span & { offsetMinutes: number } {
	const from = startOfDay(date, zone);
	const until = startOfDay(addDays(date, 1), zone);
	return { from: from.getTime(), until: until.getTime(), offsetMinutes: offsetMinutes(from, zone) };
}

/**
 * The instant at which people in `zone` observe a wall time set for all zones of a country. Unlike `toInstant` it has an
 * answer for every clock: the first of two equal hours; after a jump over the hour, as long as it would have been.
 * Throws DomainError "invalid" on a malformed part.
 */
export function observedAt(date: string, time: string, zone: string): Date {
	if (!isTime(time) || !isZone(zone)) throw new DomainError("invalid");
	const wall = Temporal.PlainDateTime.from(`${date}T${time}:00`);
	return new Date(wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
}
