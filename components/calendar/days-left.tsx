"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { localDay } from "./local-day";

type Props = {
	/** What to show on each day on which it may be read, by "YYYY-MM-DD" of the visitor. */
	byDay: Record<string, ReactNode>;
	/** The server's day. */
	today: string;
};

/** The cached page counts days in UTC; a visitor in Auckland or Honolulu sees their own. */
export function DaysLeft({ byDay, today }: Props) {
	const day = useSyncExternalStore(
		subscribeToNothing,
		() => localDay(new Date()),
		() => today,
	);
	return byDay[day] ?? byDay[today];
}
