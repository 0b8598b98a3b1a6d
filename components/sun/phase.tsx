"use client";

import type { ReactNode } from "react";
import { phaseIn, type Span } from "@/lib/time/span";
import { useClock } from "./live-clock";

type Props = { span: Span; renderedAt: number };

/** A list item that carries the phase of its stretch of time as `data-phase`. */
export function PhaseItem({
	span,
	renderedAt,
	className,
	children,
}: Props & { className?: string; children: ReactNode }) {
	const phase = useClock(renderedAt, (now) => phaseIn(span, now));
	return (
		<li data-phase={phase} className={className}>
			{children}
		</li>
	);
}

/** Over, now or still to come, in words. */
export function PhaseWord({
	span,
	renderedAt,
	words,
}: Props & { words: Record<"past" | "live" | "upcoming", string> }) {
	return words[useClock(renderedAt, (now) => phaseIn(span, now))];
}
