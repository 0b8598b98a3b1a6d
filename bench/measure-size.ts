import { db } from "@/lib/db/client";
import { currentSeason } from "@/lib/time/season";
import { sentenceOf, step } from "@/scripts/launcher/steps";
import { measureDecisions } from "./measure/decision-delay";
import { measureFeed } from "./measure/feed";
import { type LoadTarget, loadApp, loadNginx } from "./measure/loads";
import { memoryOf } from "./measure/machine";
import { measureMap, WORLD_MAP } from "./measure/map-data";
import type { OwnApp } from "./measure/own-app";
import { measurePage, pagePaths } from "./measure/pages";
import { timeSearch } from "./measure/search";
import { searchQueries } from "./measure/search-queries";
import type { SizeFigures } from "./report/figures";

export const PARTS = ["pages", "search", "map", "feed", "decisions", "load"] as const;
export type Part = (typeof PARTS)[number];

/** Measures the wanted parts one after the other, the loads last. */
export async function measureSize(
	app: OwnApp,
	{
		events,
		parts,
		withNginx,
		seconds,
		home,
	}: { events: number; parts: readonly Part[]; withNginx: boolean; seconds: number; home: string },
): Promise<SizeFigures> {
	const { origin, pid, port } = app;
	const atStartMb = memoryOf(pid)?.nowMb ?? null;
	const season = currentSeason(new Date());
	const figures: SizeFigures = {
		events,
		fillSeconds: app.fillSeconds,
		startSeconds: app.startSeconds,
		memory: { atStartMb, afterUseMb: null, peakMb: null },
	};
	const work: Record<Part, () => Promise<void>> = {
		pages: async () => {
			figures.pages = await measurePages(origin);
		},
		search: async () => {
			figures.search = await measureSearch(origin);
		},
		map: async () => {
			figures.map = await measureMap(origin);
		},
		feed: async () => {
			figures.feed = await measureFeed(origin, { season, pid });
		},
		decisions: async () => {
			figures.decisions = await measureDecisions(origin);
		},
		load: async () => {
			const targets = await loadTargets(season);
			figures.loads = await loadApp(targets, { origin, seconds, home });
			if (withNginx) await loadNginx(targets, figures.loads, { appPort: port, seconds, home });
		},
	};
	for (const part of PARTS) if (parts.includes(part)) await attempt(part, work[part]);
	const after = memoryOf(pid);
	figures.memory = { atStartMb, afterUseMb: after?.nowMb ?? null, peakMb: after?.peakMb ?? null };
	return figures;
}

/** A part that fails is missing from the figures, and the others are measured all the same. */
async function attempt(part: Part, work: () => Promise<void>): Promise<void> {
	try {
		await step(`  ${part}`, work);
	} catch (error) {
		console.error(`${part} was not measured: ${sentenceOf(error)}`);
	}
}

async function measurePages(origin: string): Promise<NonNullable<SizeFigures["pages"]>> {
	const found: NonNullable<SizeFigures["pages"]> = {};
	for (const [name, path] of Object.entries(await pagePaths()))
		found[name] = await measurePage(origin, path);
	return found;
}

async function measureSearch(origin: string): Promise<NonNullable<SizeFigures["search"]>> {
	const queries = searchQueries();
	return {
		api: await timeSearch(origin, { path: "/api/v1/events", queries }),
		list: await timeSearch(origin, { path: "/en/events", queries }),
	};
}

async function loadTargets(season: number): Promise<LoadTarget[]> {
	const { home, list, event } = await pagePaths();
	const queries = searchQueries();
	const [few] = await db.publishedEvent.groupBy({
		by: ["country"],
		where: { season },
		_count: true,
		orderBy: { _count: { country: "asc" } },
		take: 1,
	});
	return [
		{ name: "home", paths: [home] },
		{ name: "list", paths: [list] },
		{ name: "event", paths: [event] },
		{ name: "filtered list", paths: queries.map((query) => `${list}?${query}`) },
		{ name: "filtered search (API)", paths: queries.map((query) => `/api/v1/events?${query}`) },
		{ name: "map data", paths: [WORLD_MAP] },
		{
			name: "feed of a country",
			paths: [`/feeds/calendar.ics?season=${season}&country=${few?.country}`],
		},
	];
}
