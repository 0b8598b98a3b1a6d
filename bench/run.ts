// npm run bench: fills databases of its own, starts the built app and nginx on loopback, measures, prints, and writes
// bench/results/<date>.json. Options: --events 1000,10000,100000  --seconds 5 (a load)  --keep-build  --keep-data
// --only pages,search,map,feed,decisions,load
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { destroyEmbedded } from "@/lib/db/embedded";
import { provide } from "@/scripts/browsers.mjs";
import { buildApp, generateClient } from "@/scripts/launcher/build";
import { killChildren } from "@/scripts/launcher/children";
import { plainFault, sentenceOf, step } from "@/scripts/launcher/steps";
import { describeMachine } from "./measure/machine";
import { startOwnApp } from "./measure/own-app";
import { measureSize, PARTS, type Part } from "./measure-size";
import type { Figures, SizeFigures } from "./report/figures";
import { printed } from "./report/print";
import { judge } from "./report/targets";

const HOME = ".data/bench";
const RESULTS = "bench/results";

const { values } = parseArgs({
	options: {
		events: { type: "string", default: "1000,10000,100000" },
		seconds: { type: "string", default: "5" },
		only: { type: "string", default: PARTS.join(",") },
		"keep-build": { type: "boolean", default: false },
		"keep-data": { type: "boolean", default: false },
	},
});

for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.on(signal, () => {
		killChildren();
		process.exit(1);
	});

try {
	await main();
} catch (error) {
	console.error(sentenceOf(error));
	process.exitCode = 1;
}

async function main(): Promise<void> {
	const sizes = values.events
		.split(",")
		.map(Number)
		.sort((a, b) => a - b);
	if (!sizes.every((size) => Number.isInteger(size) && size > 0))
		throw plainFault("--events wants whole numbers, such as 1000,10000.");
	const parts = values.only
		.split(",")
		.filter((part): part is Part => (PARTS as readonly string[]).includes(part));
	const buildSeconds = await build();
	const canLoad = parts.includes("load") && provide("wrk");
	const hasNginx = canLoad && provide("nginx");
	if (parts.includes("load") && !hasNginx)
		console.log("Debian's packages wrk and nginx are not both here: some loads are left out.");
	const figures: Figures = {
		date: new Date().toISOString().slice(0, 10),
		machine: describeMachine(),
		secondsPerLoad: Number(values.seconds),
		buildSeconds,
		sizes: [],
	};
	for (const events of sizes) {
		const wanted = parts.filter((part) => part !== "load" || canLoad);
		figures.sizes.push(await measured(events, wanted, hasNginx));
	}
	const verdicts = judge(figures);
	console.log(printed(figures, verdicts));
	mkdirSync(RESULTS, { recursive: true });
	const file = `${RESULTS}/${figures.date}.json`;
	writeFileSync(file, `${JSON.stringify({ ...figures, targets: verdicts }, null, "\t")}\n`);
	console.log(`Written to ${file}`);
}

/** Builds from nothing, to time it. @returns seconds, or null when the build was kept */
async function build(): Promise<number | null> {
	await generateClient();
	if (!values["keep-build"]) rmSync(".next", { recursive: true, force: true });
	const started = performance.now();
	const isBuilt = await buildApp();
	return isBuilt && !values["keep-build"]
		? Math.round((performance.now() - started) / 100) / 10
		: null;
}

async function measured(
	events: number,
	parts: readonly Part[],
	withNginx: boolean,
): Promise<SizeFigures> {
	const home = `${HOME}/${events}`;
	const app = await step(`Filling and starting with ${events} events`, () =>
		startOwnApp({ home, events }),
	);
	try {
		console.log(`Measuring with ${events} events`);
		const seconds = Number(values.seconds);
		return await measureSize(app, { events, parts, withNginx, seconds, home });
	} finally {
		await app.stop();
		if (!values["keep-data"]) await destroyEmbedded(home);
	}
}
