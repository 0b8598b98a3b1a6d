"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const TICK_MS = 1_000;

/** "20 seconds ago", and on; at first as the server counted. */
export function TimeAgo({ at, secondsAgo }: { at: number; secondsAgo: number }) {
	const t = useTranslations("eventForm.together");
	const seconds = Math.max(secondsAgo, useSecondsSince(at) ?? 0);
	if (seconds < 60) return t("secondsAgo", { count: seconds });
	const minutes = Math.floor(seconds / 60);
	return minutes < 60
		? t("minutesAgo", { count: minutes })
		: t("hoursAgo", { count: Math.floor(minutes / 60) });
}

/** Whole seconds since a moment, counting on; null before the page's script runs. */
export function useSecondsSince(at: number): number | null {
	const [now, setNow] = useState<number | null>(null);
	useEffect(() => {
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), TICK_MS);
		return () => clearInterval(timer);
	}, []);
	return now === null ? null : Math.max(0, Math.round((now - at) / 1000));
}
