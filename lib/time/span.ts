/** A stretch of time in milliseconds since 1970; `until` is no longer part of it. */
export type Span = { from: number; until: number };

/** Whether a stretch lies before, around or after `nowMs`. Without the date library, so that a page may count along. */
export function phaseIn({ from, until }: Span, nowMs: number): "past" | "live" | "upcoming" {
	if (nowMs < from) return "upcoming";
	return nowMs < until ? "live" : "past";
}

/** How much of a stretch is over, from 0 to 1. */
export function shareOver({ from, until }: Span, nowMs: number): number {
	return Math.min(1, Math.max(0, (nowMs - from) / (until - from)));
}

/** A time to come in days, hours, minutes and seconds; nothing but zeros once it is there. */
export function timeLeft(
	fromMs: number,
	toMs: number,
): { days: number; hours: number; minutes: number; seconds: number } {
	// Begun seconds count, so that the last one shown is 1 and not 0.
	const seconds = Math.max(0, Math.ceil((toMs - fromMs) / 1000));
	return {
		days: Math.floor(seconds / 86_400),
		hours: Math.floor(seconds / 3600) % 24,
		minutes: Math.floor(seconds / 60) % 60,
		seconds: seconds % 60,
	};
}

/** The last moment, at or before now, at which one of the stretches began or ended: until the next their phases stay. 0: none yet. */
export function lastChange(spans: readonly Span[], nowMs: number): number {
	let last = 0;
	for (const { from, until } of spans) {
		const changed = until <= nowMs ? until : from <= nowMs ? from : 0;
		if (changed > last) last = changed;
	}
	return last;
}
