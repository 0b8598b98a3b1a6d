import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/scripts/free-port";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { waitUntilReady } from "@/scripts/launcher/web";
import type { KnownServer } from "./server";

const BUILD = ".next";
/** At the same depth, because the build's files name the modules beside them. */
const COPY = ".next-without-proxy";
const NOT_NEEDED = [join(BUILD, "cache"), join(BUILD, "types"), join(BUILD, "dev")];
const MANIFEST = join(COPY, "server", "functions-config-manifest.json");
const PROXY = "/_middleware";

/**
 * The same build with its proxy taken out, on the same database: what guards a page or an action must be in it, not
 * before it.
 * @throws Error when the build had no proxy to take out
 */
export async function startWithoutProxy(
	server: KnownServer,
): Promise<{ baseUrl: string; stop: () => Promise<void> }> {
	takeProxyOut();
	const port = await freePort();
	const settings = readSettings(
		{
			PORT: String(port),
			DATA_DIR: ".data/e2e-without-proxy",
			AUTH_SECRET: server.authSecret,
			UPLOAD_DIR: server.uploadDir,
			OUTBOX: "1",
			DEMO: "1",
		},
		false,
	);
	const web = spawn(process.execPath, ["scripts/web-server.js"], {
		env: {
			...process.env,
			...childVariables(settings, server.databaseUrl),
			NODE_ENV: "production",
			NEXT_DIST_DIR: COPY,
			LOG_LEVEL: "warn",
			WORKER: "off",
		},
		stdio: ["ignore", "ignore", "inherit"],
	});
	await waitUntilReady(web, port);
	return { baseUrl: settings.APP_URL, stop: () => stop(web) };
}

function takeProxyOut(): void {
	rmSync(COPY, { recursive: true, force: true });
	cpSync(BUILD, COPY, { recursive: true, filter: (file) => !NOT_NEEDED.includes(file) });
	const manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
	if (!manifest.functions[PROXY]) throw new Error(`${MANIFEST} names no proxy to take out`);
	delete manifest.functions[PROXY];
	writeFileSync(MANIFEST, JSON.stringify(manifest));
	rmSync(join(COPY, "server", "middleware.js"));
}

async function stop(web: ChildProcess): Promise<void> {
	const ended = new Promise((done) => web.once("exit", done));
	web.kill("SIGKILL");
	await ended;
	rmSync(COPY, { recursive: true, force: true });
}
