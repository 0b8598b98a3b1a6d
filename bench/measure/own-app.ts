import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { disconnectDb } from "@/lib/db/client";
import { APP_ROLE, type Cluster, destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { endProcess } from "@/lib/db/postmaster";
import { resetEnv } from "@/lib/env";
import { freePort } from "@/scripts/free-port";
import { forgetRenderedData } from "@/scripts/launcher/build";
import { migrate } from "@/scripts/launcher/database";
import { childVariables, readSettings } from "@/scripts/launcher/settings";
import { startWeb, waitUntilReady } from "@/scripts/launcher/web";
import { fillDatabase } from "../fill/fill-database";

export type OwnApp = {
	origin: string;
	port: number;
	/** Of the web process. */
	pid: number;
	ownerUrl: string;
	fillSeconds: number | null;
	/** From the start of the web process to a 200 of /api/ready. */
	startSeconds: number;
	stop: () => Promise<void>;
};

/**
 * Fills a database under `home` (unless it is kept from an earlier run) and serves it with the built app; `db` in this
 * process then reaches it too.
 */
export async function startOwnApp({
	home,
	events,
}: {
	home: string;
	events: number;
}): Promise<OwnApp> {
	const isKept = existsSync(markOf(home));
	const fillSeconds = isKept ? null : await fill(home, events);
	const cluster = await startEmbedded(home);
	// One that is kept may be older than the program.
	if (isKept) await migrated(cluster);
	const port = await freePort();
	const variables = reachDatabase(home, cluster, port);
	forgetRenderedData();
	const started = performance.now();
	const web = startWeb(false, port, { ...variables, LOG_LEVEL: "error" });
	try {
		await waitUntilReady(web, port);
	} catch (error) {
		await cluster.stop();
		throw error;
	}
	const pid = web.pid ?? 0;
	return {
		origin: `http://localhost:${port}`,
		port,
		pid,
		ownerUrl: cluster.ownerUrl,
		fillSeconds,
		startSeconds: secondsSince(started),
		stop: async () => {
			await endProcess(pid, [["SIGTERM", 10_000]]);
			await disconnectDb();
			await cluster.stop();
		},
	};
}

async function fill(home: string, events: number): Promise<number> {
	await destroyEmbedded(home);
	rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });
	// Safe on disk only afterwards: it would be filled anew anyway.
	const cluster = await startEmbedded(home, { durable: false });
	try {
		await migrated(cluster);
		reachDatabase(home, cluster, 1);
		const started = performance.now();
		await fillDatabase({ ownerUrl: cluster.ownerUrl, events, now: new Date() });
		writeFileSync(markOf(home), "");
		return secondsSince(started);
	} finally {
		await disconnectDb();
		await cluster.stop();
	}
}

/** Brings the database up to the program's tables. */
function migrated(cluster: Cluster): Promise<void> {
	const { appUrl, ownerUrl } = cluster;
	return migrate({ appUrl, ownerUrl, appRole: APP_ROLE, cluster });
}

/** Lies in a folder whose database is full. */
function markOf(home: string): string {
	return join(home, "filled");
}

function reachDatabase(home: string, cluster: Cluster, port: number) {
	const settings = readSettings(
		{ PORT: String(port), DATA_DIR: home, OUTBOX: "1", DEMO: "0" },
		false,
	);
	const variables = childVariables(settings, cluster.appUrl);
	Object.assign(process.env, variables);
	resetEnv();
	return variables;
}

function secondsSince(started: number): number {
	return Math.round((performance.now() - started) / 100) / 10;
}
