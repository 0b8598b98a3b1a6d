import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DiffTarget, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client } from "pg";
import { withSchemaEngine } from "@/lib/db/schema-engine";
import { DomainError } from "@/lib/errors";

/** A folder like `prisma/`: `schema.prisma` and `migrations/<time>_<name>/migration.sql`. */
export type SchemaFolder = string;

const filters = { externalTables: [], externalEnums: [] };
const LOCK = 'provider = "postgresql"\n';

/** Names of the migrations in the folder, oldest first. */
export async function listMigrations(folder: SchemaFolder = "prisma"): Promise<string[]> {
	try {
		const entries = await readdir(join(folder, "migrations"), { withFileTypes: true });
		return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
	} catch {
		return [];
	}
}

/**
 * Applies the missing migrations, as `prisma migrate deploy` would (same table, same checksums).
 * @returns names of those applied now.
 * @throws DomainError `misconfigured` whose message holds PostgreSQL's own error.
 */
export async function deployMigrations(
	url: string,
	folder: SchemaFolder = "prisma",
): Promise<string[]> {
	const migrationsList = await readMigrations(folder);
	try {
		return await withEngine(url, folder, async (engine) => {
			const done = await engine.applyMigrations({ migrationsList, filters });
			return done.appliedMigrationNames;
		});
	} catch (cause) {
		throw await deployFault(url, folder, cause);
	}
}

/**
 * Writes the migration that leads from the history to schema.prisma.
 * @param options `empty` writes an empty file for SQL by hand when nothing differs.
 * @returns path of the new folder, or null when there is nothing to migrate.
 */
export async function createMigration(
	url: string,
	name: string,
	options: { folder?: SchemaFolder; empty?: boolean; now?: Date } = {},
): Promise<string | null> {
	const { folder = "prisma", empty = false, now = new Date() } = options;
	if (!/^[a-z0-9_]{1,60}$/.test(name)) {
		throw new DomainError("invalid", {
			message:
				"Name the migration with small letters, digits and underscores, for example `add_venue_floor`.",
		});
	}
	const script = await withEngine(url, folder, async (engine) =>
		diff(engine, await history(folder), await datamodel(folder), true),
	);
	if (script === null && !empty) return null;
	const time = now.toISOString().replace(/\D/g, "").slice(0, 14);
	const path = join(folder, "migrations", `${time}_${name}`);
	await mkdir(path, { recursive: true });
	await writeFile(join(path, "migration.sql"), script ?? "-- SQL by hand\n");
	await writeFile(join(folder, "migrations", "migration_lock.toml"), LOCK);
	return path;
}

/**
 * Compares schema.prisma, the migrations and the database.
 * @returns one plain sentence a problem; empty when all three agree.
 */
export async function checkMigrations(
	url: string,
	folder: SchemaFolder = "prisma",
): Promise<string[]> {
	const migrationsList = await readMigrations(folder);
	return withEngine(url, folder, async (engine) => {
		const found = await engine.diagnoseMigrationHistory({
			migrationsList,
			optInToShadowDatabase: false,
			filters,
		});
		const past: DiffTarget = { tag: "migrations", ...migrationsList };
		const schema = await datamodel(folder);
		const behind = await diff(engine, past, schema, true);
		const source: DiffTarget = { ...schema, tag: "schemaDatasource", configDir: process.cwd() };
		const drift = await diff(engine, past, source, false);
		return [
			...(found.history
				? [`The database's history differs: ${JSON.stringify(found.history)}`]
				: []),
			...found.editedMigrationNames.map((name) => `Migration ${name} was edited after it ran.`),
			...found.failedMigrationNames.map((name) => `Migration ${name} failed here before.`),
			...(behind
				? [`schema.prisma is ahead of the migrations (npm run db:new -- <name>):\n${behind}`]
				: []),
			...(drift ? [`The database differs from what the migrations make:\n${drift}`] : []),
		];
	});
}

/** Marks a failed migration as rolled back, so that it can be deployed again once it is mended. */
export async function resolveMigration(url: string, migrationName: string): Promise<void> {
	await withEngine(url, "prisma", (engine) => engine.markMigrationRolledBack({ migrationName }));
}

async function withEngine<T>(
	url: string,
	folder: string,
	work: (engine: SchemaEngine) => Promise<T>,
) {
	return withSchemaEngine(url, await readSchema(folder), work);
}

function readSchema(folder: SchemaFolder): Promise<string> {
	return readFile(join(folder, "schema.prisma"), "utf8");
}

async function datamodel(folder: SchemaFolder) {
	const files = [{ path: "prisma/schema.prisma", content: await readSchema(folder) }];
	return { tag: "schemaDatamodel" as const, files };
}

async function history(folder: SchemaFolder): Promise<DiffTarget> {
	return { tag: "migrations", ...(await readMigrations(folder)) };
}

async function readMigrations(folder: SchemaFolder): Promise<MigrationList> {
	const names = await listMigrations(folder);
	const migrationDirectories = await Promise.all(
		names.map(async (path) => {
			const value = await readFile(join(folder, "migrations", path, "migration.sql"), "utf8");
			return {
				path,
				migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } },
			};
		}),
	);
	const lockfile = { path: "migration_lock.toml", content: LOCK };
	const baseDir = resolve(folder, "migrations");
	return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/** @returns the difference as SQL (`script`) or as a summary, null when there is none. */
async function diff(engine: SchemaEngine, from: DiffTarget, to: DiffTarget, script: boolean) {
	const result = await engine.diff({ from, to, script, exitCode: true, filters });
	return result.exitCode === 0 ? null : (result.stdout ?? "");
}

/** The engine hides PostgreSQL's error; running the failed file again (and rolling back) shows it. */
async function deployFault(
	url: string,
	folder: SchemaFolder,
	cause: unknown,
): Promise<DomainError> {
	const client = new Client(url);
	await client.connect();
	try {
		const { rows } = await client.query<{ migration_name: string }>(
			`SELECT migration_name FROM _prisma_migrations
			 WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at DESC LIMIT 1`,
		);
		const name = rows[0]?.migration_name;
		const reason = name
			? await reasonOf(client, join(folder, "migrations", name, "migration.sql"))
			: null;
		const text = name
			? `Migration ${name} failed: ${reason ?? "it ran before and was interrupted"}. Mend it, run \`npm run db:resolve -- ${name}\`, then start again.`
			: `The migrations could not be applied: ${messageOf(cause)}`;
		return new DomainError("misconfigured", { message: text, cause });
	} catch {
		const message = `The migrations could not be applied: ${messageOf(cause)}`;
		return new DomainError("misconfigured", { message, cause });
	} finally {
		await client.end();
	}
}

async function reasonOf(client: Client, file: string): Promise<string | null> {
	const sql = await readFile(file, "utf8");
	try {
		await client.query("BEGIN");
		await client.query(sql);
		return null;
	} catch (error) {
		return messageOf(error);
	} finally {
		await client.query("ROLLBACK");
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : JSON.stringify(error);
}
