"use client";

import { useSyncExternalStore } from "react";

type Props = {
	/** IANA. */
	zone: string;
	/** "Now:" */
	label: string;
};

/** What the clocks of a place show now; nothing without script, because the page may be minutes old. */
export function LocalClock({ zone, label }: Props) {
	const time = useSyncExternalStore(
		everySecond,
		() => timeIn(zone),
		() => null,
	);
	if (time === null) return null;
	return (
		<p className="figures text-2xl font-light">
			<span className="text-base text-muted">{label}</span> <time>{time}</time>
		</p>
	);
}

function timeIn(timeZone: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		timeZone,
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
	}).format(new Date());
}

function everySecond(notify: () => void): () => void {
	const timer = setInterval(notify, 1_000);
	return () => clearInterval(timer);
}
