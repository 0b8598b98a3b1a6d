import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { APP_ROLE, type Cluster, destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { grantAppRole } from "@/lib/db/grants";
import { deployMigrations } from "@/lib/db/migrate";
import { freePort } from "@/scripts/free-port";
import { endOrphanedWeb, noteWebProcess } from "@/scripts/launcher/orphans";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { waitUntilReady } from "@/scripts/launcher/web";
import type { KnownServer } from "./server";

/** The built app on a durable database of its own, both of which a drill may kill. */
export type OwnServer = KnownServer & {
	/** `kill -9` on the web process. */
	killWeb: () => Promise<void>;
	startWeb: () => Promise<void>;
	/** `kill -9` on PostgreSQL's first process, and so on all of it. */
	killDatabase: () => void;
	startDatabase: () => Promise<void>;
	destroy: () => Promise<void>;
};

/** Starts an empty one under `home`; jobs stay in the queue, where a drill counts them. */
export async function startOwnServer(home: string): Promise<OwnServer> {
	await endOrphanedWeb(home);
	await destroyEmbedded(home);
	let cluster: Cluster = await startEmbedded(home);
	await deployMigrations(cluster.ownerUrl);
	await grantAppRole(cluster.ownerUrl, APP_ROLE);
	const port = await freePort();
	const settings = readSettings(
		{ PORT: String(port), DATA_DIR: home, OUTBOX: "1", DEMO: "0", LOG_LEVEL: "silent" },
		false,
	);
	const variables = {
		...process.env,
		...childVariables(settings, cluster.appUrl),
		LOG_LEVEL: "silent",
		WORKER: "off",
	};
	let web: ChildProcess | undefined;

	async function startWeb() {
		const env = { ...variables, PORT: String(port), NODE_ENV: "production" as const };
		// What it says of a database that is away belongs to the drill, not to the report.
		web = spawn(process.execPath, ["scripts/web-server.js"], { env, stdio: "ignore" });
		noteWebProcess(home, web.pid ?? 0);
		await waitUntilReady(web, port);
	}

	async function killWeb() {
		const child = web;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((done) => child.once("exit", done));
		child.kill("SIGKILL");
		await ended;
	}

	await startWeb();
	return {
		baseUrl: settings.APP_URL,
		databaseUrl: cluster.appUrl,
		ownerUrl: cluster.ownerUrl,
		authSecret: settings.AUTH_SECRET,
		uploadDir: join(home, "uploads"),
		startWeb,
		killWeb,
		killDatabase: () => void process.kill(cluster.pid, "SIGKILL"),
		async startDatabase() {
			const { port: before } = cluster;
			cluster = await startEmbedded(home);
			if (cluster.port !== before) throw new Error("the database came back at another port");
		},
		async destroy() {
			await killWeb();
			await destroyEmbedded(home);
		},
	};
}
