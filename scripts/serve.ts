// The start after the packages are there: database, build, data, web process. See docs/operators.md.
import { existsSync } from "node:fs";
import { buildApp, forgetRenderedData, generateClient } from "@/scripts/launcher/build";
import { killChildren, stopChildren } from "@/scripts/launcher/children";
import {
	type Database,
	migrate,
	openDatabase,
	superviseDatabase,
} from "@/scripts/launcher/database";
import { type Lock, takeLock } from "@/scripts/launcher/lock";
import { endOrphanedWeb, forgetWebProcess, noteWebProcess } from "@/scripts/launcher/orphans";
import { checkDisk, checkPort } from "@/scripts/launcher/preflight";
import { seed } from "@/scripts/launcher/seed";
import { childVariables, readSettings, type Settings } from "@/scripts/launcher/settings";
import { sentenceOf, step } from "@/scripts/launcher/steps";
import { startWeb, waitUntilReady } from "@/scripts/launcher/web";

let lock: Lock | undefined;
let database: Database | undefined;
let endSupervision = () => {};
let stopping = false;

process.on("SIGINT", onSignal);
process.on("SIGTERM", onSignal);
// Our parent (scripts/start.mjs) is gone, however that happened.
process.on("disconnect", onSignal);

try {
	await start();
} catch (error) {
	if (!stopping) await end(1, sentenceOf(error));
}

async function start(): Promise<void> {
	const started = Date.now();
	if (existsSync(".env")) process.loadEnvFile(".env");
	const isDev = process.argv.includes("--dev");
	const settings = readSettings(process.env, isDev);
	await prepare(settings);
	database = await step("Starting the database", () => openDatabase(settings));
	const opened = database;
	if (opened.cluster) {
		endSupervision = superviseDatabase(settings, opened.cluster, (error) =>
			end(1, sentenceOf(error)),
		);
	}
	await step("Bringing the tables up to date", () => migrate(opened));
	const variables = childVariables(settings, opened.appUrl);
	if (!isDev) await buildApp();
	await seed(opened, variables);
	forgetRenderedData();
	await openWeb(settings, variables);
	announce(settings, started);
}

/** Everything that can refuse the start at once, before anything is started. */
async function prepare(settings: Settings): Promise<void> {
	lock = await takeLock(settings.DATA_DIR);
	if (await endOrphanedWeb(settings.DATA_DIR))
		console.log("Ended the web process of a killed start.");
	await checkPort(settings.PORT);
	checkDisk(settings.DATA_DIR);
	await generateClient();
}

async function openWeb(
	settings: Settings,
	variables: Record<string, string | undefined>,
): Promise<void> {
	const web = startWeb(settings.isDev, settings.PORT, variables);
	noteWebProcess(settings.DATA_DIR, web.pid ?? 0);
	web.on("exit", () => {
		forgetWebProcess(settings.DATA_DIR);
		if (!stopping) void end(1, "The web process ended; the lines above say why. Start again.");
	});
	await waitUntilReady(web, settings.PORT);
}

function announce(settings: Settings, started: number): void {
	const lines = [
		"",
		`Ready in ${Math.round((Date.now() - started) / 1000)} s: ${settings.APP_URL}`,
		...(settings.DEMO && settings.OUTBOX
			? [
					"",
					`Sign in at ${settings.APP_URL}/en/sign-in with one of these addresses:`,
					"  organiser@example.org     registers events",
					"  coordinator@example.org   reviews the events of some countries",
					"  admin@example.org         reviews all",
					`The sign-in mail appears at ${settings.APP_URL}/en/outbox`,
					"The code that coordinator and admin enter besides stands at the top of that page.",
				]
			: []),
		...(settings.SMTP_URL || settings.OUTBOX
			? []
			: [
					"",
					"Neither SMTP_URL nor OUTBOX is set: mails wait in the queue and nobody can sign in.",
				]),
		"",
		"Ctrl-C stops it.",
		"",
	];
	console.log(lines.join("\n"));
}

function onSignal(): void {
	if (!stopping) {
		void end(0, "Stopping …");
		return;
	}
	console.log("Stopping at once.");
	killChildren();
	lock?.release();
	process.exit(1);
}

/** Stops what was started, the web process before the database, and ends the launcher. */
async function end(code: number, sentence: string): Promise<void> {
	if (stopping) return;
	stopping = true;
	(code === 0 ? console.log : console.error)(sentence);
	lock?.stopping();
	endSupervision();
	await stopChildren();
	await database?.cluster?.stop();
	lock?.release();
	if (code === 0) console.log("Stopped.");
	process.exit(code);
}
