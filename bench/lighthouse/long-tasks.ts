/** An event of Chromium's trace, as far as it is read here; times in microseconds. */
export type TraceEvent = {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	/** How long the thread itself ran; the rest of `dur` it waited for a processor. */
	tdur?: number;
	args?: { data?: { isLoadingMainFrame?: boolean; documentLoaderURL?: string } };
};

/** Milliseconds of the page's main thread in tasks that would be long ones (50 ms) on the simulated phone. */
export type LongTasks = { lasted: number; ran: number };

const LONG_ON_A_FOUR_TIMES_FASTER_MACHINE = 12_500;

/**
 * Says whether a page blocks by its own work or because its thread waited for a processor: where `ran` is far below
 * `lasted`, other work had the machine.
 */
export function longTasks(events: readonly TraceEvent[], url: string): LongTasks {
	const start = events.findLast(
		({ name, args }) =>
			name === "navigationStart" &&
			args?.data?.isLoadingMainFrame &&
			args.data.documentLoaderURL === url,
	);
	const tasks = events.filter(
		({ name, ph, pid, tid, ts, dur = 0 }) =>
			ph === "X" &&
			name.endsWith("RunTask") &&
			pid === start?.pid &&
			tid === start.tid &&
			ts >= start.ts &&
			dur > LONG_ON_A_FOUR_TIMES_FASTER_MACHINE,
	);
	const sum = (part: "dur" | "tdur") =>
		Math.round(tasks.reduce((total, task) => total + (task[part] ?? 0), 0) / 1000);
	return { lasted: sum("dur"), ran: sum("tdur") };
}
