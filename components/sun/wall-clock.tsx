"use client";

import { clockIn, formatDayShort, formatTime } from "@/lib/time/format";
import { useClock } from "./live-clock";

/** Date and time of the hall, by the device's zone; nothing without script. */
export function WallClock({ label, locale }: { label: string; locale: string }) {
	const wall = useClock(0, (now) => {
		if (now === 0) return "";
		const { date, time } = clockIn(new Date(now), Intl.DateTimeFormat().resolvedOptions().timeZone);
		return `${formatDayShort(date, locale)}|${formatTime(time, locale)}`;
	});
	const [day, time] = wall.split("|");
	if (!time) return null;
	return (
		<p className="figures sm:text-end">
			<span className="block text-[3em] leading-none font-light tracking-[-0.03em]">{time}</span>
			<span className="text-muted">
				{label}, {day}
			</span>
		</p>
	);
}
