import { type LaunchedChrome, launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { plainFault } from "@/scripts/launcher/steps";
import { type LongTasks, longTasks } from "./long-tasks";

/** Lighthouse's four categories, by the names that it gives them. */
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export type PageAudit = {
	/** 0 to 100. */
	scores: Record<string, number>;
	/** Ids of the audits that took points away, by category. */
	faults: Record<string, string[]>;
	/** Milliseconds, but for layout shift, which has no unit; only where performance was asked for. */
	timings: Record<string, number>;
	longTasks: LongTasks;
	/** Lighthouse's measure of the machine just then; it expects 1500 or more and slows that down to a phone. */
	benchmarkIndex: number;
};

const TIMINGS = [
	"first-contentful-paint",
	"largest-contentful-paint",
	"total-blocking-time",
	"speed-index",
	"cumulative-layout-shift",
];

/** A browser for audits, without a window and without a profile of its own. */
export function launchBrowser(program?: string | null): Promise<LaunchedChrome> {
	return launch({
		...(program && { chromePath: program }),
		chromeFlags: [
			"--headless=new",
			"--no-sandbox",
			"--disable-background-networking",
			"--disable-component-update",
			"--no-first-run",
		],
	});
}

/**
 * Opens a page on Lighthouse's phone (a mid-range device on a slow line, both simulated) and judges it.
 * @throws DomainError when the page could not be judged at all.
 */
export async function auditPage(
	url: string,
	{ port, categories }: { port: number; categories: readonly Category[] },
): Promise<PageAudit> {
	const result = await lighthouse(url, {
		port,
		output: "json",
		logLevel: "silent",
		onlyCategories: [...categories],
	});
	const report = result?.lhr;
	if (!report || report.runtimeError) {
		throw plainFault(`${url} could not be judged: ${report?.runtimeError?.message ?? "no report"}`);
	}
	const found = Object.values(report.categories);
	return {
		longTasks: longTasks(result.artifacts.Trace?.traceEvents ?? [], url),
		benchmarkIndex: Math.round(report.environment.benchmarkIndex),
		scores: Object.fromEntries(found.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
		faults: Object.fromEntries(
			found.map(({ id, auditRefs }) => [
				id,
				auditRefs
					.filter(({ weight }) => weight > 0)
					.filter(({ id: audit }) => (report.audits[audit]?.score ?? 1) < 0.9)
					.map(({ id: audit }) => audit),
			]),
		),
		timings: Object.fromEntries(
			TIMINGS.flatMap((id) => {
				const value = report.audits[id]?.numericValue;
				return value === undefined ? [] : [[id, Math.round(value * 1000) / 1000]];
			}),
		),
	};
}
