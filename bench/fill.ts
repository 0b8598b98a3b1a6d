// node --import tsx bench/fill.ts --events 10000 --data-dir .data/bench-10000: a built-in database with so many
// published events. `DATA_DIR=.data/bench-10000 DEMO=0 npm start` then serves it.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { disconnectDb } from "@/lib/db/client";
import { APP_ROLE, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/scripts/launcher/database";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { plainFault, sentenceOf, step } from "@/scripts/launcher/steps";
import { fillDatabase } from "./fill/fill-database";

const { values } = parseArgs({
	options: { events: { type: "string", default: "10000" }, "data-dir": { type: "string" } },
});

try {
	await main(Number(values.events), resolve(values["data-dir"] ?? `.data/bench-${values.events}`));
} catch (error) {
	console.error(sentenceOf(error));
	process.exitCode = 1;
}

async function main(events: number, home: string): Promise<void> {
	if (!Number.isInteger(events) || events < 1) throw plainFault("--events wants a whole number.");
	if (existsSync(home) && readdirSync(home).length > 0)
		throw plainFault(`The folder ${home} is not empty; delete it, or choose another --data-dir.`);
	mkdirSync(home, { recursive: true });
	const cluster = await startEmbedded(home, { durable: false });
	try {
		const { appUrl, ownerUrl } = cluster;
		await migrate({ appUrl, ownerUrl, appRole: APP_ROLE, cluster });
		Object.assign(process.env, childVariables(readSettings({ DATA_DIR: home }, false), appUrl));
		await step(`Filling in ${events} events`, () =>
			fillDatabase({ ownerUrl, events, now: new Date(), say: console.log }),
		);
	} finally {
		await disconnectDb();
		await cluster.stop();
	}
}
