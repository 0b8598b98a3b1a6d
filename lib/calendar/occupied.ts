import { deriveInstants, type Schedule, timingOf } from "@/lib/time/schedule";

/** When an event takes up its visitors: milliseconds since 1970, the end not included. */
export type Occupied = { fromMs: number; untilMs: number };

/** So long an event is taken to last at least: who wants to see both would have to choose. */
const AT_LEAST_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The time that an event takes up: from its start to its stated end, and two hours at least; its whole days, by the
 * clocks of its place, where no hour is stated. Of what has an hour and lasts for days, an exhibition, the opening counts.
 * Null where no day is known.
 * @throws DomainError as `deriveInstants` does (a time that does not exist, or exists twice)
 */
export function occupiedBy(schedule: Schedule): Occupied | null {
	const { startsAtUtc, endsAtUtc } = deriveInstants(schedule);
	if (startsAtUtc === null) return null;
	const fromMs = startsAtUtc.getTime();
	if (timingOf(schedule) !== "timed" && endsAtUtc) return { fromMs, untilMs: endsAtUtc.getTime() };
	const statedMs = endsAtUtc ? endsAtUtc.getTime() - fromMs : 0;
	const lastsMs = statedMs > DAY_MS ? AT_LEAST_MS : Math.max(statedMs, AT_LEAST_MS);
	return { fromMs, untilMs: fromMs + lastsMs };
}

/** True where two times have a moment in common; what begins as the other ends does not. */
export function overlaps(one: Occupied, other: Occupied): boolean {
	return one.fromMs < other.untilMs && other.fromMs < one.untilMs;
}
