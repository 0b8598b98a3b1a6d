import { addDays, fromInstant, startOfDay } from "./wall-time";
import { offsetMinutes } from "./zones";

/** A moment at which the clocks of a zone change; offsets in minutes east of UTC. */
export type OffsetChange = {
	at: Date;
	/** Wall time just before the change would have shown it: the onset in RFC 5545 §3.6.5. */
	wallBefore: { date: string; time: string };
	offsetBefore: number;
	offsetAfter: number;
};

const MINUTE_MS = 60_000;
/** No zone has changed its clocks twice within this time since 1970: Ramadan interrupts summer time for a month. */
const STEP_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * The offset of `zone` at the start of day `from`, and each change until the end of day `to`. Looks at the offset of
 * every week and halves those in which it moves: a feed needs hundreds of zones, and the date library takes ten
 * milliseconds for a year of one.
 */
export function listOffsetChanges(
	zone: string,
	from: string,
	to: string,
): { offsetAtStart: number; changes: OffsetChange[] } {
	const start = startOfDay(from, zone).getTime();
	const end = startOfDay(addDays(to, 1), zone).getTime();
	const offsetAt = (at: number) => offsetMinutes(new Date(at), zone);
	const changes: OffsetChange[] = [];
	let offset = offsetAt(start);
	for (let at = start; at < end; at += STEP_MS) {
		const next = Math.min(at + STEP_MS, end - 1);
		const offsetNext = offsetAt(next);
		if (offsetNext !== offset)
			changes.push(describeChange(changeBetween(at, next, offsetAt), zone));
		offset = offsetNext;
	}
	return { offsetAtStart: offsetAt(start), changes };
}

/** The first whole minute of the new offset; clocks have changed at whole minutes since long before 1992. */
function changeBetween(at: number, next: number, offsetAt: (at: number) => number): Date {
	const before = offsetAt(at);
	let early = Math.floor(at / MINUTE_MS);
	let late = Math.ceil(next / MINUTE_MS);
	while (late - early > 1) {
		const middle = Math.floor((early + late) / 2);
		if (offsetAt(middle * MINUTE_MS) === before) early = middle;
		else late = middle;
	}
	return new Date(late * MINUTE_MS);
}

function describeChange(at: Date, zone: string): OffsetChange {
	const offsetBefore = offsetMinutes(new Date(at.getTime() - 1), zone);
	const wallBefore = fromInstant(new Date(at.getTime() + offsetBefore * 60_000), "UTC");
	return { at, wallBefore, offsetBefore, offsetAfter: offsetMinutes(at, zone) };
}
