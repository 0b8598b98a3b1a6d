"use client";

import { useSyncExternalStore } from "react";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { formatInstant, zoneName } from "@/lib/time/format";

type Props = {
	/** ISO 8601. */
	startsAt: string;
	/** IANA zone of the place. */
	zone: string;
	locale: string;
	/** `{time}` is the place of the time in it. */
	text: string;
};

/** The start on the visitor's own clocks, where these show something else; nothing without script. */
export function VisitorTime({ startsAt, zone, locale, text }: Props) {
	const ownZone = useSyncExternalStore(subscribeToNothing, browserZone, () => null);
	if (ownZone === null || ownZone === zone) return null;
	const instant = new Date(startsAt);
	const own = formatInstant(instant, ownZone, locale);
	if (own === formatInstant(instant, zone, locale)) return null;
	return (
		<p className="mt-3 text-ink-soft">
			<span className="figures">{text.replace("{time}", own)}</span>
			<span className="block text-sm text-muted">{zoneName(ownZone, locale, instant)}</span>
		</p>
	);
}

function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
