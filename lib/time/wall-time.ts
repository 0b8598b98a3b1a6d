import { Temporal } from "temporal-polyfill";
import { DomainError } from "@/lib/errors";
import { formatOffset, isZone, offsetMinutes } from "./zones";

/** Which of the two instants is meant when a wall time happens twice; null: nobody has said. */
export type Disambiguation = "earlier" | "later" | null;

export type WallTime = {
	/** "YYYY-MM-DD" */
	date: string;
	/** "HH:MM", 24-hour clock */
	time: string;
	/** IANA name */
	zone: string;
	disambiguation?: Disambiguation;
};

const DAY_MS = 86_400_000;
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether `s` is a real day of the Gregorian calendar as "YYYY-MM-DD", from year 1 on (PostgreSQL has no year 0). */
export function isDate(s: string): boolean {
	if (!DATE_PATTERN.test(s) || s.startsWith("0000")) return false;
	try {
		Temporal.PlainDate.from(s, { overflow: "reject" });
		return true;
	} catch {
		return false;
	}
}

/** Whether `s` is a wall time "HH:MM" from 00:00 to 23:59. */
export function isTime(s: string): boolean {
	return TIME_PATTERN.test(s);
}

/**
 * The instant of a wall time. Throws DomainError "skipped_time" when a clock change jumps over it,
 * "ambiguous_time" when it happens twice and `disambiguation` is null, "invalid" on a malformed part.
 */
export function toInstant({ date, time, zone, disambiguation = null }: WallTime): Date {
	if (!isDate(date) || !isTime(time) || !isZone(zone)) throw new DomainError("invalid");
	const wall = Temporal.PlainDateTime.from(`${date}T${time}:00`);
	const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
	const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
	// In a gap neither reading shows the asked time; in an overlap both do, at two instants.
	if (!earlier.toPlainDateTime().equals(wall)) throw new DomainError("skipped_time");
	if (earlier.epochMilliseconds === later.epochMilliseconds) return toDate(earlier);
	if (disambiguation === null) throw new DomainError("ambiguous_time");
	return toDate(disambiguation === "earlier" ? earlier : later);
}

/** The date and wall time that clocks in `zone` show at `instant` (seconds dropped). */
export function fromInstant(instant: Date, zone: string): { date: string; time: string } {
	const wall = new Date(instant.getTime() + offsetMinutes(instant, zone) * 60_000).toISOString();
	return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The first instant of a day in `zone`, which is not 00:00 where a clock change skips midnight. */
export function startOfDay(date: string, zone: string): Date {
	if (!isDate(date) || !isZone(zone)) throw new DomainError("invalid");
	return toDate(Temporal.PlainDate.from(date).toZonedDateTime(zone));
}

/** ISO 8601 with the offset of the place: "2027-02-26T19:00:00+05:45". */
export function toOffsetString(instant: Date, zone: string): string {
	const { date, time } = fromInstant(instant, zone);
	const seconds = String(instant.getUTCSeconds()).padStart(2, "0");
	return `${date}T${time}:${seconds}${formatOffset(offsetMinutes(instant, zone))}`;
}

/** The day `days` after `date` (before it when negative). */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** -1, 0 or 1 as `a` is before, on or after `b`. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
	const order = Temporal.PlainDate.compare(a, b);
	return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** The calendar day in `zone` at `now`. */
export function todayIn(zone: string, now: Date): string {
	return fromInstant(now, zone).date;
}

/** The calendar day at `now` where it is earliest (UTC−12): what ends on it or later is not over everywhere. */
export function earliestToday(now: Date): string {
	return todayIn("Etc/GMT+12", now);
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(date: string): number {
	return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The year of a "YYYY-MM-DD". */
export function yearOf(date: string): number {
	return Temporal.PlainDate.from(date).year;
}

function toDate(zoned: Temporal.ZonedDateTime): Date {
	return new Date(zoned.epochMilliseconds);
}
