"use client";

import { useSyncExternalStore } from "react";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { clockIn } from "@/lib/time/format";
import { dayAndTime } from "./day-and-time";
import { fill } from "./fill";

/** A moment, and what the clocks of its place show. */
export type PlaceMoment = {
	/** Milliseconds since 1970. */
	at: number;
	/** "YYYY-MM-DD" */
	date: string;
	/** "HH:MM" */
	time: string;
};

/**
 * A moment on the visitor's own clocks, "09:00", with the date where it is another one; null where the clocks agree with
 * those of the place, and without script.
 */
export function useOwnTime({ at, date, time }: PlaceMoment, locale: string): string | null {
	return useSyncExternalStore(
		subscribeToNothing,
		() => {
			const own = clockIn(new Date(at), Intl.DateTimeFormat().resolvedOptions().timeZone);
			if (own.date === date && own.time === time) return null;
			return dayAndTime(own, locale, date);
		},
		() => null,
	);
}

type Props = PlaceMoment & {
	locale: string;
	/** With the place {time}. */
	text: string;
	className?: string;
};

/** What a moment is for the visitor; nothing where their clocks agree with the place. */
export function OwnTime({ locale, text, className, ...moment }: Props) {
	const own = useOwnTime(moment, locale);
	return own === null ? null : <span className={className}>{fill(text, { time: own })}</span>;
}
