"use client";

import { clockIn } from "@/lib/time/format";
import { phaseIn, type Span } from "@/lib/time/span";
import { dayAndTime } from "./day-and-time";
import { fill } from "./fill";
import { useClock } from "./live-clock";
import type { SunDay } from "./sun-day";

const MINUTE_MS = 60_000;

type Props = {
	/** The day there, and how far its clocks are ahead of UTC on it. */
	station: Span & { offsetMinutes: number };
	/** How far they are when the page is made. */
	offsetMinutes: number;
	day: SunDay;
};

/** Date and time in a place as they are at present. */
export function PlaceClock({ station, offsetMinutes, day }: Props) {
	const minute = useClock(day.renderedAt, (now) => {
		const isDay = phaseIn(station, now) === "live";
		return Math.floor(now / MINUTE_MS) + (isDay ? station.offsetMinutes : offsetMinutes);
	});
	const wall = clockIn(new Date(minute * MINUTE_MS), "UTC");
	return fill(day.texts.clock, { time: dayAndTime(wall, day.locale, null) });
}
