"use client";

import { useSyncExternalStore } from "react";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { formatClock, zoneName } from "@/lib/time/format";
import { localDay, localTime } from "./local-day";

type Clock = { date: string; time: string };

type Props = {
	/** ISO 8601. */
	startsAt: string;
	/** What the clocks of the place show then. */
	there: Clock;
	locale: string;
	/** `{time}` is the place of the time in it. */
	text: string;
};

/**
 * The start on the visitor's own clocks, where these show something else; nothing without script. Clocks are compared
 * before anything is formatted: a phone takes a tenth of a second to load what Intl needs.
 */
export function VisitorTime({ startsAt, there, locale, text }: Props) {
	const instant = new Date(startsAt);
	const isElsewhere = useSyncExternalStore(
		subscribeToNothing,
		() => localDay(instant) !== there.date || localTime(instant) !== there.time,
		() => false,
	);
	if (!isElsewhere) return null;
	const own = { date: localDay(instant), time: localTime(instant) };
	return (
		<p className="mt-3 text-ink-soft">
			<span className="figures">{text.replace("{time}", formatClock(own, locale))}</span>
			<span className="block text-sm text-muted">{zoneName(browserZone(), locale, instant)}</span>
		</p>
	);
}

function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
