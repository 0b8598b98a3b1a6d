import type { Load } from "../measure/wrk";
import type { Figures, SizeFigures } from "./figures";
import type { Verdict } from "./targets";

/** All figures as tables of plain text. */
export function printed(figures: Figures, verdicts: readonly Verdict[]): string {
	const { machine } = figures;
	return [
		`${machine.cores} cores, ${machine.processor}, ${machine.memoryGb} GB; Node ${machine.node}, Next ${machine.next}, PostgreSQL ${machine.postgres}, nginx ${machine.nginx ?? "none"}, wrk ${machine.wrk ?? "none"}; load before: ${machine.loadBefore}`,
		`build: ${figures.buildSeconds === null ? "kept, not timed" : `${figures.buildSeconds} s`}`,
		...figures.sizes.flatMap(sizeLines),
		"",
		"Targets",
		...table(
			verdicts.map(({ target, measured, isReached, remark }) => [
				isReached === null ? "not measured" : isReached ? "reached" : "NOT REACHED",
				target,
				measured,
				remark && `(${remark})`,
			]),
		),
		"",
	].join("\n");
}

function sizeLines(size: SizeFigures): string[] {
	const { memory } = size;
	return [
		"",
		`== ${size.events} events (filled in ${size.fillSeconds ?? "?"} s), ready ${size.startSeconds} s after the start, memory ${memory.atStartMb} MB at start, ${memory.afterUseMb} MB afterwards, ${memory.peakMb} MB at most`,
		...pageLines(size),
		...searchLines(size),
		...dataLines(size),
		...loadLines(size),
	];
}

function pageLines({ pages = {} }: SizeFigures): string[] {
	const rows = Object.entries(pages).map(([name, page]) =>
		page.status === 200
			? [
					name,
					page.firstMs,
					page.again.p50,
					page.again.p99,
					kb(page.htmlBytes),
					kb(page.htmlGzipBytes),
					kb(page.scriptGzipBytes),
				]
			: [name, `answers ${page.status}`],
	);
	return section(
		"page",
		["first ms", "p50 ms", "p99 ms", "HTML kB", "gzip kB", "scripts gzip kB"],
		rows,
	);
}

function searchLines({ search }: SizeFigures): string[] {
	const rows = Object.entries(search ?? {}).flatMap(([name, { cold, warm, failed }]) => [
		[`${name}, first asked`, cold.p50, cold.p95, cold.p99, cold.max, cold.count, failed],
		[`${name}, again`, warm.p50, warm.p95, warm.p99, warm.max, warm.count, ""],
	]);
	return section("search", ["p50 ms", "p95 ms", "p99 ms", "max ms", "queries", "failed"], rows);
}

function dataLines({ map, feed, decisions }: SizeFigures): string[] {
	return [
		...(map
			? [
					map.status === 200
						? `map data at world zoom: ${kb(map.bytes)} kB, gzip ${kb(map.gzipBytes)} kB, first ${map.firstMs} ms, then ${map.again.p50} ms`
						: `map data: ${map.path} answers ${map.status}`,
				]
			: []),
		...(feed
			? [
					`ICS of season ${feed.season}: ${feed.inFeed} of ${feed.events} events, ${feed.megabytes} MB in ${feed.seconds} s, memory +${feed.growthMb ?? "?"} MB; 304 in ${feed.notModified.p50} ms (p99 ${feed.notModified.p99})`,
				]
			: []),
		...(decisions
			? [
					`from a decision to the public: event page ${decisions.eventPage.p50} ms (max ${decisions.eventPage.max}), API ${decisions.api.p50} ms, cached list ${decisions.list.p50} ms (max ${decisions.list.max}), ${decisions.list.count} decisions`,
				]
			: []),
	];
}

function loadLines({ loads = {} }: SizeFigures): string[] {
	const rows = Object.entries(loads).flatMap(([name, { app, proxy, file }]) =>
		app.map((straight, at) => [
			name,
			straight.connections,
			...cells(straight),
			...cells(proxy?.[at]),
			...cells(file?.[at]),
			proxy?.[at] && file?.[at]
				? (proxy[at].requestsPerSecond / file[at].requestsPerSecond).toFixed(2)
				: "",
			straight.failed + (proxy?.[at]?.failed ?? 0) || "",
		]),
	);
	const three = ["r/s", "p50 ms", "p99 ms"];
	const titles = [
		"conn.",
		...three.map((t) => `Node ${t}`),
		...three.map((t) => `nginx ${t}`),
		...three.map((t) => `file ${t}`),
		"ratio",
		"failed",
	];
	return section("load", titles, rows);
}

function cells(load: Load | undefined): (string | number)[] {
	return load ? [load.requestsPerSecond, load.p50Ms, load.p99Ms] : ["", "", ""];
}

function section(name: string, titles: string[], rows: (string | number)[][]): string[] {
	return rows.length === 0 ? [] : ["", ...table([[name, ...titles], ...rows])];
}

function table(rows: readonly (readonly (string | number)[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows)
		for (const [at, cell] of row.entries())
			widths[at] = Math.max(widths[at] ?? 0, String(cell).length);
	return rows.map((row) =>
		row
			.map((cell, at) =>
				typeof cell === "number"
					? String(cell).padStart(widths[at] ?? 0)
					: cell.padEnd(widths[at] ?? 0),
			)
			.join("  ")
			.trimEnd(),
	);
}

function kb(bytes: number): number {
	return Math.round(bytes / 100) / 10;
}
