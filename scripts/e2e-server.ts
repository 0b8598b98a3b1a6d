// The built app on a fresh, seeded database of its own, for Playwright and drills. It never touches
// a developer's database. DATA_DIR and PORT choose the place; `env.json` there tells the tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { APP_ROLE, type Cluster, destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { stopChildren } from "@/scripts/launcher/children";
import { migrate } from "@/scripts/launcher/database";
import { takeLock } from "@/scripts/launcher/lock";
import { endOrphanedWeb, noteWebProcess } from "@/scripts/launcher/orphans";
import { checkPort } from "@/scripts/launcher/preflight";
import { seed } from "@/scripts/launcher/seed";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { sentenceOf } from "@/scripts/launcher/steps";
import { startWeb, waitUntilReady } from "@/scripts/launcher/web";

const home = process.env.DATA_DIR || ".data/e2e";
let cluster: Cluster | undefined;
let stopping = false;

process.on("SIGINT", () => end(0));
process.on("SIGTERM", () => end(0));

try {
	await start();
} catch (error) {
	console.error(sentenceOf(error));
	await end(1);
}

async function start(): Promise<void> {
	await endOrphanedWeb(home);
	await destroyEmbedded(home);
	mkdirSync(home, { recursive: true });
	await takeLock(home);
	const settings = readSettings(
		{
			PORT: process.env.PORT || "43100",
			DATA_DIR: home,
			OUTBOX: "1",
			DEMO: "1",
			LOG_LEVEL: process.env.LOG_LEVEL || "warn",
		},
		false,
	);
	await checkPort(settings.PORT);
	cluster = await startEmbedded(home, { durable: false });
	const database = {
		appUrl: cluster.appUrl,
		ownerUrl: cluster.ownerUrl,
		appRole: APP_ROLE,
		cluster,
	};
	await migrate(database);
	const variables = childVariables(settings, cluster.appUrl);
	await seed(database, variables);
	// Before the app is up: Playwright starts the tests as soon as it answers.
	const known = {
		baseUrl: settings.APP_URL,
		databaseUrl: cluster.appUrl,
		ownerUrl: cluster.ownerUrl,
		authSecret: settings.AUTH_SECRET,
		uploadDir: settings.UPLOAD_DIR,
		databasePid: cluster.pid,
	};
	writeFileSync(join(home, "env.json"), `${JSON.stringify(known, null, "\t")}\n`, { mode: 0o600 });
	const web = startWeb(false, settings.PORT, variables);
	noteWebProcess(home, web.pid ?? 0);
	web.on("exit", () => end(1));
	await waitUntilReady(web, settings.PORT);
	console.log(`Ready: ${settings.APP_URL}`);
}

async function end(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	await stopChildren();
	await cluster?.stop();
	process.exit(code);
}
