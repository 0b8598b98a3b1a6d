// npm run bench:lighthouse: Lighthouse's judgement (mobile) of the built app on a database of its own; prints and
// writes bench/results/lighthouse-<date>.json. Options: --events 10000  --runs 3  --keep-data
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { destroyEmbedded } from "@/lib/db/embedded";
import { findChromium } from "@/scripts/browsers.mjs";
import { buildApp, generateClient } from "@/scripts/launcher/build";
import { killChildren } from "@/scripts/launcher/children";
import { plainFault, sentenceOf, step } from "@/scripts/launcher/steps";
import { auditPage, CATEGORIES, launchBrowser, type PageAudit } from "./lighthouse/audit-page";
import { middleAudit } from "./lighthouse/middle-audit";
import { describeMachine } from "./measure/machine";
import { startOwnApp } from "./measure/own-app";
import { type PageName, pagePaths } from "./measure/pages";

const PROMISE = 95;
const HOME = ".data/bench-lighthouse";
const RESULTS = "bench/results";
const PAGES: readonly PageName[] = ["home", "list", "event", "country"];

const { values } = parseArgs({
	options: {
		events: { type: "string", default: "10000" },
		runs: { type: "string", default: "3" },
		"keep-data": { type: "boolean", default: false },
	},
});

for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.on(signal, () => {
		killChildren();
		process.exit(1);
	});

try {
	await main(Number(values.events), Number(values.runs));
} catch (error) {
	console.error(sentenceOf(error));
	process.exitCode = 1;
}

async function main(events: number, runs: number): Promise<void> {
	if (![events, runs].every((count) => Number.isInteger(count) && count > 0))
		throw plainFault("--events and --runs want whole numbers.");
	await generateClient();
	await buildApp();
	const app = await step(`Serving ${events} events`, () => startOwnApp({ home: HOME, events }));
	const date = new Date().toISOString().slice(0, 10);
	const machine = describeMachine();
	try {
		const pages = await auditPages(app.origin, runs);
		mkdirSync(RESULTS, { recursive: true });
		const file = `${RESULTS}/lighthouse-${date}.json`;
		const figures = { date, machine, events, runs, promise: PROMISE, pages };
		writeFileSync(file, `${JSON.stringify(figures, null, "\t")}\n`);
		console.log(`Written to ${file}`);
	} finally {
		await app.stop();
		if (!values["keep-data"]) {
			await destroyEmbedded(HOME);
			rmSync(HOME, { recursive: true, force: true });
		}
	}
}

async function auditPages(origin: string, runs: number): Promise<Record<string, PageAudit>> {
	const paths = await pagePaths();
	const browser = await launchBrowser(findChromium());
	const pages: Record<string, PageAudit> = {};
	try {
		for (const name of PAGES) {
			const url = `${origin}${paths[name]}`;
			const { status } = await fetch(url);
			if (status !== 200) {
				console.log(`${name}: not reached, ${paths[name]} answers ${status}`);
				continue;
			}
			pages[name] = middleAudit(await auditOften(url, { port: browser.port, runs }));
			console.log(lineOf(name, pages[name]));
		}
	} finally {
		browser.kill();
	}
	return pages;
}

/** A browser beside busy neighbours may lose a trace; the others count. */
async function auditOften(
	url: string,
	{ port, runs }: { port: number; runs: number },
): Promise<PageAudit[]> {
	const audits: PageAudit[] = [];
	for (let run = 0; run < runs; run += 1) {
		try {
			audits.push(await auditPage(url, { port, categories: CATEGORIES }));
		} catch (error) {
			console.log(`  one run lost: ${sentenceOf(error)}`);
		}
	}
	if (audits.length === 0) throw plainFault(`${url} could not be judged in any run.`);
	return audits;
}

function lineOf(name: string, audit: PageAudit): string {
	const { scores, faults, timings, benchmarkIndex } = audit;
	const { lasted, ran } = audit.longTasks;
	const parts = CATEGORIES.map((category) => {
		const score = scores[category] ?? 0;
		const missed = `not reached: ${faults[category]?.join(", ") || "no single audit"}`;
		return `${category} ${score}${score < PROMISE ? ` (${missed})` : ""}`;
	});
	const times = Object.entries(timings).map(([timing, value]) => `${timing} ${value}`);
	return [
		`${name}: ${parts.join(", ")}`,
		`  ${times.join(", ")}; speed of this machine ${benchmarkIndex}`,
		`  long tasks lasted ${lasted} ms, of which the page's thread ran ${ran}; the rest it waited for one of ${availableParallelism()} processors, which more of them would spare it`,
	].join("\n");
}
