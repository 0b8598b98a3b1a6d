"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatInstant, zoneName } from "@/lib/time/format";

type Props = {
	/** ISO 8601. */
	startsAt: string;
	/** IANA zone of the place. */
	zone: string;
};

/** The start on the visitor's own clocks, where these show something else; nothing without script. */
export function VisitorTime({ startsAt, zone }: Props) {
	const t = useTranslations("visitor");
	const locale = useLocale();
	const ownZone = useSyncExternalStore(subscribeToNothing, browserZone, () => null);
	if (ownZone === null || ownZone === zone) return null;
	const instant = new Date(startsAt);
	const own = formatInstant(instant, ownZone, locale);
	if (own === formatInstant(instant, zone, locale)) return null;
	return (
		<p className="mt-3 text-ink-soft">
			<span className="figures">{t("yourTime", { time: own })}</span>
			<span className="block text-sm text-muted">{zoneName(ownZone, locale, instant)}</span>
		</p>
	);
}

function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribeToNothing(): () => void {
	return () => undefined;
}
