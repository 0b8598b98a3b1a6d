import { createServer, type Socket } from "node:net";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { disconnectDb } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { assertReady } from "./readiness";

useDatabase();

async function asOwner(statement: string): Promise<void> {
	const client = new Client(ownerDatabaseUrl());
	await client.connect();
	await client.query(statement);
	await client.end();
}

describe("assertReady", () => {
	it("is content with a migrated database and its queue", async () => {
		await expect(assertReady()).resolves.toBeUndefined();
	});

	it("misses a migration that is not applied, and not one that is newer than this version", async () => {
		const name = "(SELECT migration_name FROM _prisma_migrations ORDER BY migration_name LIMIT 1)";
		await asOwner(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
			VALUES ('later', 'x', '29990101000000_later', now())`);
		await expect(assertReady()).resolves.toBeUndefined();
		await asOwner(
			`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = ${name}`,
		);
		await expect(assertReady()).rejects.toThrow("migrations are missing");
		await asOwner(
			`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE migration_name = ${name}`,
		);
	});

	it("misses the queue's tables", async () => {
		await asOwner("ALTER SCHEMA graphile_worker RENAME TO elsewhere");
		await expect(assertReady()).rejects.toThrow("queue");
		await asOwner("ALTER SCHEMA elsewhere RENAME TO graphile_worker");
	});

	it("gives up within four seconds on a server that accepts and stays silent", async () => {
		const sockets = new Set<Socket>();
		const silent = createServer((socket) => void sockets.add(socket.on("error", () => undefined)));
		await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
		const address = silent.address();
		if (address === null || typeof address === "string") throw new Error("no port");
		const before = process.env.DATABASE_URL;
		await disconnectDb();
		process.env.DATABASE_URL = `postgresql://a:b@127.0.0.1:${address.port}/c`;
		resetEnv();
		const start = performance.now();
		await expect(assertReady()).rejects.toThrow();
		expect(performance.now() - start).toBeLessThan(4_000);
		await disconnectDb();
		process.env.DATABASE_URL = before;
		resetEnv();
		for (const socket of sockets) socket.destroy();
		await new Promise((done) => silent.close(done));
	});
});
