import { Temporal } from "temporal-polyfill";
import { fromInstant, startOfDay } from "./wall-time";
import { offsetMinutes } from "./zones";

/** A moment at which the clocks of a zone change; offsets in minutes east of UTC. */
export type OffsetChange = {
	at: Date;
	/** Wall time just before the change would have shown it: the onset in RFC 5545 §3.6.5. */
	wallBefore: { date: string; time: string };
	offsetBefore: number;
	offsetAfter: number;
};

/** The offset of `zone` at the start of day `from`, and each change until the end of day `to`. */
export function listOffsetChanges(
	zone: string,
	from: string,
	to: string,
): { offsetAtStart: number; changes: OffsetChange[] } {
	const start = startOfDay(from, zone);
	const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(zone);
	const changes: OffsetChange[] = [];
	let at = Temporal.Instant.fromEpochMilliseconds(start.getTime())
		.toZonedDateTimeISO(zone)
		.getTimeZoneTransition("next");
	while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
		const change = describeChange(new Date(at.epochMilliseconds), zone);
		// tzdata also lists changes of name or of the daylight flag alone.
		if (change.offsetBefore !== change.offsetAfter) changes.push(change);
		at = at.getTimeZoneTransition("next");
	}
	return { offsetAtStart: offsetMinutes(start, zone), changes };
}

function describeChange(at: Date, zone: string): OffsetChange {
	const offsetBefore = offsetMinutes(new Date(at.getTime() - 1), zone);
	const wallBefore = fromInstant(new Date(at.getTime() + offsetBefore * 60_000), "UTC");
	return { at, wallBefore, offsetBefore, offsetAfter: offsetMinutes(at, zone) };
}
