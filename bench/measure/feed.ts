import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { overOneConnection, type Percentiles, percentilesOf } from "./http";
import { memoryOf } from "./machine";

export type FeedFigures = {
	season: number;
	/** Published with a day in the season, and how many the feed holds. */
	events: number;
	inFeed: number;
	megabytes: number;
	seconds: number;
	/** By which the process grew while it wrote the feed for the first time; null where the system does not tell. */
	growthMb: number | null;
	notModified: Percentiles;
	isNotModified: boolean;
};

const REPEATS = 30;

/** Loads a season's calendar whole, then asks for it again with its tag. */
export async function measureFeed(
	origin: string,
	{ season, pid }: { season: number; pid: number },
): Promise<FeedFigures> {
	const url = `${origin}/feeds/calendar.ics?season=${season}`;
	const events = await db.publishedEvent.count({
		where: { season, startDate: { not: null }, visibility: "public" },
	});
	return overOneConnection(async (ask) => {
		// What the first feed of a process loads for good (zones, texts) is not the season's.
		await ask(`${origin}/feeds/calendar.ics?season=${season}&country=DE`);
		const watch = watchMemory(pid);
		const feed = await ask(url);
		const growthMb = await watch.end();
		const again = [];
		for (let n = 0; n < REPEATS; n += 1)
			again.push(await ask(url, { "If-None-Match": feed.headers.etag ?? "" }));
		return {
			season,
			events,
			inFeed: feed.body.toString("utf8").split("\nBEGIN:VEVENT").length - 1,
			megabytes: Math.round(feed.body.length / 1e5) / 10,
			seconds: Math.round(feed.ms) / 1000,
			growthMb,
			notModified: percentilesOf(again.map(({ ms }) => ms)),
			isNotModified: again.every(({ status }) => status === 304),
		};
	});
}

/** Looks at the memory of a process every 20 ms. */
function watchMemory(pid: number) {
	const before = memoryOf(pid);
	let highest = before?.nowMb ?? 0;
	let isOver = false;
	const watching = (async () => {
		for (; !isOver; await sleep(20)) highest = Math.max(highest, memoryOf(pid)?.nowMb ?? 0);
	})();
	return {
		async end(): Promise<number | null> {
			isOver = true;
			await watching;
			return before && highest - before.nowMb;
		},
	};
}
