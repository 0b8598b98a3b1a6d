import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll } from "vitest";
import { db, disconnectDb } from "@/lib/db/client";
import { APP_ROLE, startEmbedded } from "@/lib/db/embedded";
import { grantAppRole } from "@/lib/db/grants";
import { deployMigrations } from "@/lib/db/migrate";
import { resetEnv } from "@/lib/env";

type Addresses = { ownerUrl: string; appUrl: string };

let current: Addresses | undefined;

/**
 * Gives the test file a migrated, empty PostgreSQL database of its own, dropped at the end.
 * Call it at the top of the file; `db` from `@/lib/db/client` then works in tests and hooks, with
 * the app's role (which cannot change the audit). Files that do not call it start no database.
 */
export function useDatabase(): void {
	let name = "";
	let server: Addresses | undefined;

	beforeAll(async () => {
		server = await sharedServer();
		name = `t_${process.pid}_${Date.now().toString(36)}`;
		// From elsewhere: a connection to the template itself would keep the other workers from copying it.
		await asOwner(
			named(server.ownerUrl, "postgres"),
			`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE february`,
		);
		current = { ownerUrl: named(server.ownerUrl, name), appUrl: named(server.appUrl, name) };
		process.env.DATABASE_URL = current.appUrl;
		resetEnv();
	});

	afterAll(async () => {
		await disconnectDb();
		if (server)
			await asOwner(
				named(server.ownerUrl, "postgres"),
				`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`,
			);
		current = undefined;
		delete process.env.DATABASE_URL;
		resetEnv();
	});
}

/** Address of this file's database for its owner, for what the app's role must not do. */
export function ownerDatabaseUrl(): string {
	if (!current) throw new Error("call useDatabase() at the top of the test file");
	return current.ownerUrl;
}

/** Empties all tables but the migrations' own; for files whose tests must not see each other. */
export async function emptyDatabase(): Promise<void> {
	await asOwner(
		ownerDatabaseUrl(),
		`DO $$ DECLARE one record; BEGIN
			-- Without triggers: one of them refuses to empty the audit, and the order of tables does not matter.
			PERFORM set_config('session_replication_role', 'replica', true);
			-- TRUNCATE makes new files for every table, which takes fifty times as long as a few rows.
			FOR one IN SELECT schemaname, tablename FROM pg_tables
				WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
					OR (schemaname = 'graphile_worker' AND tablename LIKE '\\_private\\_jobs%')
			LOOP EXECUTE format('DELETE FROM %I.%I', one.schemaname, one.tablename); END LOOP;
			PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
			FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
		END $$`,
	);
}

/** Until some transaction waits for a lock of names (lib/db/lock) that another one holds. */
export async function waitForAWaiter(waiters = 1): Promise<void> {
	for (let waitedMs = 0; waitedMs < 12_000; waitedMs += 10) {
		const [row] = await db.$queryRaw<{ count: number }[]>`
			SELECT count(*)::int AS count FROM pg_locks
			WHERE locktype = 'advisory' AND NOT granted
				AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
		if ((row?.count ?? 0) >= waiters) return;
		await sleep(10);
	}
	throw new Error("no transaction waits for a lock of names");
}

/** The first worker that needs a database starts the server; the others wait for its addresses. */
async function sharedServer(): Promise<Addresses> {
	const home = process.env.TEST_DATABASE_HOME;
	if (!home) throw new Error("TEST_DATABASE_HOME is set by scripts/vitest-global.ts");
	const ready = join(home, "ready.json");
	if (await claims(home)) {
		try {
			const { ownerUrl, appUrl } = await startEmbedded(home, { durable: false });
			await deployMigrations(ownerUrl);
			await grantAppRole(ownerUrl, APP_ROLE);
			const template = { ownerUrl, appUrl };
			await writeFile(ready, JSON.stringify(template), { mode: 0o600 });
			return template;
		} catch (error) {
			await writeFile(join(home, "failed"), error instanceof Error ? error.message : String(error));
			throw error;
		}
	}
	for (let waitedMs = 0; waitedMs < 50_000; waitedMs += 50) {
		const text = await readFile(ready, "utf8").catch(() => "");
		if (text.endsWith("}")) return JSON.parse(text);
		const failure = await readFile(join(home, "failed"), "utf8").catch(() => "");
		if (failure) throw new Error(failure);
		await sleep(50);
	}
	throw new Error("the tests' PostgreSQL did not start within 50 s");
}

async function claims(home: string): Promise<boolean> {
	await mkdir(home, { recursive: true });
	return mkdir(join(home, "claimed")).then(
		() => true,
		() => false,
	);
}

function named(url: string, database: string): string {
	const address = new URL(url);
	address.pathname = `/${database}`;
	return address.href;
}

async function asOwner(url: string, statement: string): Promise<void> {
	const client = new Client(url);
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
