"use client";

import type { ReactNode } from "react";
import { type Span, shareOver } from "@/lib/time/span";
import { useClock } from "./live-clock";

type Props = { earth: Span; renderedAt: number };

/** Hundredths of a per cent: finer steps nobody sees. */
function usePassed({ earth, renderedAt }: Props): number {
	return useClock(renderedAt, (now) => Math.round(shareOver(earth, now) * 10_000) / 100);
}

/** Shows of its content what is over, from the start of the line of reading. */
export function BandPassed({ children, ...clock }: Props & { children: ReactNode }) {
	const passed = usePassed(clock);
	return (
		<div
			className="absolute inset-0 mirror-rtl"
			style={{ clipPath: `inset(0 ${(100 - passed).toFixed(2)}% 0 0)` }}
		>
			{children}
		</div>
	);
}

/** The present moment across the lines; before and after the day there is none. */
export function BandNow({ label, ...clock }: Props & { label: string }) {
	const passed = usePassed(clock);
	if (passed <= 0 || passed >= 100) return null;
	return (
		<span
			className="absolute -top-2 -bottom-2 w-0.5 bg-rule"
			style={{ insetInlineStart: `${passed.toFixed(2)}%` }}
		>
			<span className="absolute start-1/2 bottom-full -translate-x-1/2 pb-0.5 text-xs font-medium whitespace-nowrap text-accent rtl:translate-x-1/2">
				{label}
			</span>
		</span>
	);
}

/** How many of the fifty hours are over, in words. */
export function HoursPassed({ text, ...clock }: Props & { text: string }) {
	const { from, until } = clock.earth;
	const hours = useClock(clock.renderedAt, (now) =>
		Math.floor((shareOver(clock.earth, now) * (until - from)) / 3_600_000),
	);
	return text.replace("{hours}", String(hours));
}
