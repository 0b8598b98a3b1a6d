import { readFileSync } from "node:fs";
import { join } from "node:path";
import { disconnectDb } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";

/** What `scripts/e2e-server.ts` tells of the server that it has started. */
export type KnownServer = {
	baseUrl: string;
	databaseUrl: string;
	ownerUrl: string;
	authSecret: string;
	uploadDir: string;
};

/** As in playwright.config.ts. */
const HOME = process.env.E2E_HOME || ".data/e2e";

/** The server that Playwright has started for the whole run. */
export function knownServer(): KnownServer & { databasePid: number } {
	return JSON.parse(readFileSync(join(HOME, "env.json"), "utf8"));
}

/** Lets factories and `db` in this process work on the server's database. */
export async function useServer(server: KnownServer): Promise<void> {
	Object.assign(process.env, {
		DATABASE_URL: server.databaseUrl,
		AUTH_SECRET: server.authSecret,
		APP_URL: server.baseUrl,
		UPLOAD_DIR: server.uploadDir,
		OUTBOX: "1",
		DEMO: "1",
		LOG_LEVEL: "silent",
	});
	await disconnectDb();
	resetEnv();
}
