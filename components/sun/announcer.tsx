"use client";

import { useMemo } from "react";
import { lastChange } from "@/lib/time/span";
import { useClock } from "./live-clock";
import { listMoments } from "./moment";
import type { SunDay } from "./sun-day";

const NEWS_MS = 10_000;

/** Tells a screen reader that a minute of silence begins, or the day somewhere: once, when it happens, and nothing else. */
export function Announcer({ day }: { day: SunDay }) {
	const told = useMemo(
		() => listMoments(day.stations, day).filter(({ kind }) => kind !== "event"),
		[day],
	);
	const news = useClock(day.renderedAt, (now) => {
		const at = lastChange(told, now);
		if (now - at >= NEWS_MS) return "";
		return told
			.filter(({ from }) => from === at)
			.map(({ title }) => title)
			.join(". ");
	});
	return (
		<p role="status" className="sr-only">
			{news}
		</p>
	);
}
