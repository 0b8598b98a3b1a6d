import { describe, expect, it } from "vitest";
import { longTasks, type TraceEvent } from "./long-tasks";

const URL = "http://localhost:3000/en";
const start: TraceEvent = {
	name: "navigationStart",
	ph: "R",
	pid: 7,
	tid: 1,
	ts: 1_000_000,
	args: { data: { isLoadingMainFrame: true, documentLoaderURL: URL } },
};
const task: TraceEvent = {
	name: "ThreadControllerImpl::RunTask",
	ph: "X",
	pid: 7,
	tid: 1,
	ts: 1_100_000,
	dur: 90_000,
	tdur: 30_000,
};

describe("longTasks", () => {
	it("sums what lasted and what ran, of the page's main thread alone", () => {
		const others = [
			{ ...task, tid: 2 },
			{ ...task, pid: 8 },
			{ ...task, ts: 900_000 },
			{ ...task, dur: 12_000 },
			{ ...task, name: "Layout" },
		];
		expect(
			longTasks([start, task, { ...task, dur: 20_000, tdur: 20_000 }, ...others], URL),
		).toEqual({
			lasted: 110,
			ran: 50,
		});
	});

	it("finds nothing where the page was not opened", () => {
		expect(longTasks([task], URL)).toEqual({ lasted: 0, ran: 0 });
		expect(longTasks([start, task], `${URL}/events`)).toEqual({ lasted: 0, ran: 0 });
	});
});
