// The built app on a fresh, seeded database of its own, for Playwright and drills. It never touches
// a developer's database. DATA_DIR and PORT choose the place; `env.json` there tells the tests.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { APP_ROLE, type Cluster, destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { stopChildren } from "@/scripts/launcher/children";
import { migrate } from "@/scripts/launcher/database";
import { takeLock } from "@/scripts/launcher/lock";
import { endOrphanedWeb, noteWebProcess } from "@/scripts/launcher/orphans";
import { checkPort } from "@/scripts/launcher/preflight";
import { seed } from "@/scripts/launcher/seed";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { plainFault, sentenceOf } from "@/scripts/launcher/steps";
import { startWeb, waitUntilReady } from "@/scripts/launcher/web";

const USUAL_HOME = ".data/e2e";
const home = process.env.DATA_DIR || USUAL_HOME;
/** In every folder that this program may delete. */
const MARK = "deleted-by-tests";
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
	refuseOthersData();
	await endOrphanedWeb(home);
	await destroyEmbedded(home);
	mkdirSync(home, { recursive: true });
	writeFileSync(join(home, MARK), "This folder is deleted whenever the end-to-end tests start.\n");
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

/** The folder is deleted at each start: a DATA_DIR that happens to be set must not cost anybody their data. */
function refuseOthersData(): void {
	if (!existsSync(home) || readdirSync(home).length === 0) return;
	if (home === USUAL_HOME || existsSync(join(home, MARK)) || existsSync(join(home, "env.json")))
		return;
	throw plainFault(
		`The folder ${home} was not made by these tests, which would delete it; choose another DATA_DIR.`,
	);
}

async function end(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	await stopChildren();
	await cluster?.stop();
	process.exit(code);
}
