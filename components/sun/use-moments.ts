import { useMemo } from "react";
import { lastChange, phaseIn } from "@/lib/time/span";
import { useClock } from "./live-clock";
import { listMoments, type Moment } from "./moment";
import type { SunDay } from "./sun-day";

type ByPhase<T> = Record<"past" | "live" | "upcoming", T>;

const RANK = { silence: 0, begin: 1, end: 2, event: 3 };

/**
 * The moments that are over (the latest first), go on at present (a minute of silence first, then the latest) and come
 * next. Drawn anew only when one begins or ends.
 */
export function useMoments(day: SunDay): ByPhase<Moment[]> {
	const moments = useMemo(() => listMoments(day.stations, day), [day]);
	const at = useClock(day.renderedAt, (now) => lastChange(moments, now));
	const found: ByPhase<Moment[]> = { past: [], live: [], upcoming: [] };
	for (const moment of moments) found[phaseIn(moment, at)].push(moment);
	found.past.sort((a, b) => b.until - a.until || byRank(a, b));
	found.live.sort((a, b) => byUrgency(a, b) || b.from - a.from);
	found.upcoming.sort((a, b) => a.from - b.from || byRank(a, b));
	return found;
}

/** How many of the places the day has left, is in and has yet to reach. */
export function useCounts({ stations, renderedAt }: SunDay): ByPhase<number> {
	const at = useClock(renderedAt, (now) => lastChange(stations, now));
	const counts = { past: 0, live: 0, upcoming: 0 };
	for (const station of stations) counts[phaseIn(station, at)] += station.places.length;
	return counts;
}

function byRank(a: Moment, b: Moment): number {
	return RANK[a.kind] - RANK[b.kind];
}

function byUrgency(a: Moment, b: Moment): number {
	return Number(b.kind === "silence") - Number(a.kind === "silence");
}
