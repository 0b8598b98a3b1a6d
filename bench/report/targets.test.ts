import { expect, it } from "vitest";
import type { Percentiles } from "../measure/http";
import type { Figures, SizeFigures } from "./figures";
import { printed } from "./print";
import { judge } from "./targets";

const at = (ms: number): Percentiles => ({ p50: ms, p95: ms, p99: ms, max: ms, count: 300 });
const times = (ms: number) => ({ cold: at(ms), warm: at(1), slowest: [], failed: 0 });
const load = (requestsPerSecond: number) => [
	{ connections: 64, requestsPerSecond, p50Ms: 1, p99Ms: 2, failed: 0 },
];

function size(events: number, searchMs: number, more: Partial<SizeFigures> = {}): SizeFigures {
	return {
		events,
		fillSeconds: 1,
		startSeconds: 1,
		memory: { atStartMb: 100, afterUseMb: 200, peakMb: 300 },
		search: { api: times(searchMs), list: times(searchMs) },
		...more,
	};
}

function figures(sizes: SizeFigures[], loadBefore = 0): Figures {
	const machine = {
		cores: 2,
		processor: "x",
		memoryGb: 8,
		loadBefore,
		node: "v20",
		next: "16",
		postgres: "18",
		nginx: "1",
		wrk: "4",
	};
	return { date: "2026-12-01", machine, secondsPerLoad: 5, buildSeconds: 20, sizes };
}

const verdictOn = (judged: Figures, words: string) => {
	const found = judge(judged).find(({ target }) => target.includes(words));
	if (!found) throw new Error(`no verdict on ${words}`);
	return found;
};

it.each([
	[10, 39, true, false],
	[10, 30, true, true],
	[30, 41, false, true],
])("search of %d ms that becomes %d ms", (small, large, isFast, isSteady) => {
	const judged = figures([size(1_000, small), size(100_000, large)]);
	expect(verdictOn(judged, "(API)").isReached).toBe(isFast);
	expect(verdictOn(judged, "growth from 1000 to 100000").isReached).toBe(isSteady);
});

it.each([
	[1_000, 800, 1_000, true, true],
	[999, 799, 1_000, false, false],
])(
	"%d requests/s from Node, %d through nginx, %d for a file",
	(node, nginx, file, isFast, isNear) => {
		const loads = { home: { app: load(node), proxy: load(nginx), file: load(file) } };
		const judged = figures([size(100_000, 1, { loads })]);
		expect(verdictOn(judged, "home, cached").isReached).toBe(isFast);
		expect(verdictOn(judged, "home through").isReached).toBe(isNear);
	},
);

it("says why a figure is not reached, and that the machine was busy", () => {
	const judged = figures([size(100_000, 50)], 12);
	const { remark } = verdictOn(judged, "(API)");
	expect(remark).toMatch(/50 events.*busy.*12/);
	const text = printed(judged, judge(judged));
	expect(text).toMatch(/NOT REACHED +filtered search \(API\).* 50\.0 ms/);
	expect(text).toMatch(/not measured +map data/);
});

it("takes a feed that lacks an event for not reached", () => {
	const feed = {
		season: 2027,
		events: 10_000,
		inFeed: 9_999,
		megabytes: 9,
		seconds: 1.5,
		growthMb: 20,
		notModified: at(3),
		isNotModified: true,
	};
	const judged = figures([size(100_000, 1, { feed })]);
	expect(verdictOn(judged, "complete").isReached).toBe(false);
	expect(verdictOn(judged, "in < 2 s").isReached).toBe(true);
	const broken = figures([size(100_000, 1, { feed: { ...feed, isNotModified: false } })]);
	expect(verdictOn(broken, "304").isReached).toBe(false);
});
