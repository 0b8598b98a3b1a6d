import type { TargetLoads } from "../measure/loads";
import type { Figures, SizeFigures } from "./figures";

export type Verdict = {
	target: string;
	/** In words, with the unit. */
	measured: string;
	/** Null where it was not measured. */
	isReached: boolean | null;
	/** Why it is not reached, and what would reach it. */
	remark: string;
};

const CACHED_PAGES = ["home", "list", "event"];
const FAR_EVENTS = 100_000;
const BUSY_LOAD = 1;

/** Judges the figures by what issue 3 promises; the figures at the largest size count. */
export function judge(figures: Figures): Verdict[] {
	const largest = figures.sizes.at(-1);
	const smallest = figures.sizes[0];
	if (!largest || !smallest) return [];
	const verdicts = [
		...searchVerdicts(largest, smallest),
		...dataVerdicts(largest),
		...decisionVerdicts(largest),
		...loadVerdicts(largest),
		...scriptVerdicts(largest),
	];
	const doubts = [
		largest.events < FAR_EVENTS ? `asked with ${largest.events} events only` : null,
		figures.machine.loadBefore > BUSY_LOAD
			? `the machine was busy with other work (load ${figures.machine.loadBefore})`
			: null,
	].filter((doubt) => doubt !== null);
	return verdicts.map((verdict) => ({
		...verdict,
		remark: [verdict.isReached === false ? verdict.remark : "", ...doubts]
			.filter(Boolean)
			.join("; "),
	}));
}

function searchVerdicts({ search, events }: SizeFigures, smallest: SizeFigures): Verdict[] {
	if (!search) return [unmeasured("filtered search p95 < 40 ms"), unmeasured("growth at most x3")];
	const slow =
		"a page of 50 events with all their texts costs PostgreSQL and Node 15 ms at any size; a word that nobody has asked for since the process began, or a mistyped one, takes PostgreSQL up to 0.3 s; words kept in memory from the start would spare it; see `slowest` in the results";
	const verdicts = [
		verdict("filtered search (API), first asked, p95 < 40 ms", search.api.cold.p95, 40, "ms", slow),
		verdict(
			"list page under filters, first asked, p95 < 40 ms",
			search.list.cold.p95,
			40,
			"ms",
			"React renders 50 events and the filters on one core; the page is kept afterwards. A faster core, or fewer events a page",
		),
		verdict(
			"list page under filters, asked again, p95 < 40 ms",
			search.list.warm.p95,
			40,
			"ms",
			slow,
		),
	];
	if (smallest.events === events || !smallest.search) return verdicts;
	const growth = search.api.cold.p95 / smallest.search.api.cold.p95;
	return [
		...verdicts,
		verdict(
			`search p95, growth from ${smallest.events} to ${events} events <= x3`,
			growth,
			3,
			"times",
			slow,
		),
	];
}

function dataVerdicts({ map, feed }: SizeFigures): Verdict[] {
	const mapTarget = "map data at world zoom < 60 kB (gzip)";
	const verdicts =
		map?.status === 200
			? [verdict(mapTarget, map.gzipBytes / 1000, 60, "kB", "coarser clusters at zoom 0 to 2")]
			: [unmeasured(mapTarget)];
	if (!feed) return [...verdicts, unmeasured("a season's ICS < 2 s")];
	const size = `a season's ICS (${feed.inFeed} events, ${feed.megabytes} MB)`;
	return [
		...verdicts,
		{
			target: `${size} complete`,
			measured: `${feed.inFeed} of ${feed.events} events`,
			isReached: feed.inFeed === feed.events,
			remark: "events are missing from the feed",
		},
		verdict(
			`${size} in < 2 s`,
			feed.seconds,
			2,
			"s",
			"PostgreSQL writes each event with all its languages as JSON, and Node reads it on one core; read the texts of the asked language alone",
		),
		feed.growthMb === null
			? unmeasured(`${size}, growth < 50 MB`)
			: verdict(
					`${size}, growth of the process < 50 MB`,
					feed.growthMb,
					50,
					"MB",
					"V8 lets garbage lie while memory is free; --max-old-space-size or --max-semi-space-size bounds it",
				),
		verdict(
			"its repeat with ETag a 304 in < 10 ms (p95)",
			feed.isNotModified ? feed.notModified.p95 : Number.POSITIVE_INFINITY,
			10,
			"ms",
			"the question whether the calendar has changed waits for its turn in the process",
		),
	];
}

function decisionVerdicts({ decisions }: SizeFigures): Verdict[] {
	const target = "a decision is public within 3 s (p95)";
	if (!decisions) return [unmeasured(target)];
	const slowest = Math.max(decisions.eventPage.p95, decisions.list.p95, decisions.api.p95);
	return [verdict(target, slowest, 3000, "ms", "a shorter poll of the table of tags")];
}

function loadVerdicts({ loads }: SizeFigures): Verdict[] {
	return CACHED_PAGES.flatMap((name) => {
		const found = loads?.[name];
		if (!found) return [unmeasured(`${name}: >= 1,000 requests/s from one process`)];
		const straight = bestOf(found.app);
		return [
			{
				target: `${name}, cached, straight from one Node process >= 1,000 requests/s`,
				measured: `${straight} requests/s`,
				isReached: straight >= 1000,
				remark:
					"pages are kept finished for a second (decision 0014) and made anew by Next, which takes most of a core while wrk takes the other; another process a core, or nginx in front",
			},
			proxyVerdict(name, found),
		];
	});
}

function proxyVerdict(name: string, { proxy, file, tunedFile }: TargetLoads): Verdict {
	const target = `${name} through deploy/nginx.conf >= 0.8 x a static file`;
	if (!proxy || !file) return unmeasured(target);
	const ratio = bestOf(proxy) / bestOf(file);
	const tuned = tunedFile
		? `; ${(bestOf(proxy) / bestOf(tunedFile)).toFixed(2)} of one sent with our settings`
		: "";
	return {
		target,
		measured: `${ratio.toFixed(2)} (${bestOf(proxy)} of ${bestOf(file)} requests/s${tuned})`,
		isReached: ratio >= 0.8,
		remark:
			"looking an entry up and its headers cost nginx more than a file does; fewer and shorter headers",
	};
}

function scriptVerdicts({ pages }: SizeFigures): Verdict[] {
	return CACHED_PAGES.map((name) => {
		const target = `${name}: at most 150 kB of JavaScript (gzip)`;
		const page = pages?.[name];
		return page
			? verdict(
					target,
					page.scriptGzipBytes / 1000,
					150,
					"kB",
					"a client component that the page could do without",
				)
			: unmeasured(target);
	});
}

function bestOf(loads: TargetLoads["app"]): number {
	return Math.max(...loads.map(({ requestsPerSecond }) => requestsPerSecond));
}

function verdict(
	target: string,
	value: number,
	limit: number,
	unit: string,
	remark: string,
): Verdict {
	return { target, measured: `${rounded(value)} ${unit}`, isReached: value <= limit, remark };
}

function unmeasured(target: string): Verdict {
	return { target, measured: "not measured", isReached: null, remark: "" };
}

function rounded(value: number): string {
	return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
