import type { DecisionDelay } from "../measure/decision-delay";
import type { FeedFigures } from "../measure/feed";
import type { TargetLoads } from "../measure/loads";
import type { Machine } from "../measure/machine";
import type { MapFigures } from "../measure/map-data";
import type { PageFigures } from "../measure/pages";
import type { SearchTimes } from "../measure/search";

/** All that was measured with one number of events; parts that were not asked for are missing. */
export type SizeFigures = {
	events: number;
	fillSeconds: number | null;
	startSeconds: number;
	/** Of the web process, in MB. */
	memory: { atStartMb: number | null; afterUseMb: number | null; peakMb: number | null };
	pages?: Record<string, PageFigures>;
	search?: { api: SearchTimes; list: SearchTimes };
	map?: MapFigures;
	feed?: FeedFigures;
	decisions?: DecisionDelay;
	loads?: Record<string, TargetLoads>;
};

/** What is written to bench/results. */
export type Figures = {
	date: string;
	machine: Machine;
	secondsPerLoad: number;
	/** Null when the present build was kept. */
	buildSeconds: number | null;
	sizes: SizeFigures[];
};
