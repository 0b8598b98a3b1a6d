import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import {
	checkMigrations,
	createMigration,
	deployMigrations,
	listMigrations,
} from "@/lib/db/migrate";
import { throwawayHome } from "@/lib/db/throwaway";

const HEAD = `generator client {\n  provider = "prisma-client"\n  output = "./generated"\n}\ndatasource db {\n  provider = "postgresql"\n}\n`;
const VENUE = "model Venue {\n  id Int @id\n  name String\n}\n";

let home: string;
let server: string;
let folder: string;
let url: string;
let count = 0;

beforeAll(async () => {
	home = await throwawayHome();
	server = (await startEmbedded(home, { durable: false })).ownerUrl;
});
afterAll(() => destroyEmbedded(home));

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "schema-"));
	count += 1;
	await run(server, `CREATE DATABASE m${count}`);
	url = server.replace(/february$/, `m${count}`);
	await schema(VENUE);
});
afterEach(() => rm(folder, { recursive: true }));

describe("migrations", () => {
	it("are written from the schema's difference, deployed once and agree", async () => {
		const path = await createMigration(url, "venues", { folder });
		expect(await readFile(join(path ?? "", "migration.sql"), "utf8")).toContain(
			'CREATE TABLE "Venue"',
		);
		expect(await deployMigrations(url, folder)).toEqual(await listMigrations(folder));
		expect(await deployMigrations(url, folder)).toEqual([]);
		expect(await checkMigrations(url, folder)).toEqual([]);
		expect(await createMigration(url, "again", { folder })).toBeNull();
	});

	it("leave the history that `prisma migrate deploy` understands", async () => {
		await createMigration(url, "venues", { folder });
		await deployMigrations(url, folder);
		const { rows } = await run(
			url,
			"SELECT migration_name, length(checksum) AS digits, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations",
		);
		const [name] = await listMigrations(folder);
		expect(rows).toEqual([
			{ migration_name: name, digits: 64, applied_steps_count: 1, done: true },
		]);
		expect(await readdir(join(folder, "migrations"))).toContain("migration_lock.toml");
	});

	it("report a schema that is ahead", async () => {
		await createMigration(url, "venues", { folder });
		await deployMigrations(url, folder);
		await schema(VENUE.replace("name String", "name String\n  floor Int?"));
		const problems = await checkMigrations(url, folder);
		expect(problems).toEqual([
			expect.stringMatching(/ahead of the migrations[\s\S]*ADD COLUMN +"floor"/),
		]);
	});

	it("report a database that was changed by hand", async () => {
		await createMigration(url, "venues", { folder });
		await deployMigrations(url, folder);
		await run(url, 'ALTER TABLE "Venue" ADD COLUMN planted int');
		const problems = await checkMigrations(url, folder);
		expect(problems).toEqual([expect.stringMatching(/database differs[\s\S]*planted/)]);
	});

	it("report a migration that was edited after it ran", async () => {
		const path = await createMigration(url, "venues", { folder });
		await deployMigrations(url, folder);
		const file = join(path ?? "", "migration.sql");
		await writeFile(file, `${await readFile(file, "utf8")}\n-- later\n`);
		const problems = await checkMigrations(url, folder);
		expect(problems).toEqual([expect.stringMatching(/venues was edited after it ran/)]);
	});

	it("may hold SQL that the schema cannot express, functions included", async () => {
		await createMigration(url, "venues", { folder, now: new Date("2026-01-01") });
		await migration("20260102000000_rules", [
			"CREATE EXTENSION pg_trgm;",
			`ALTER TABLE "Venue" ADD CONSTRAINT "named" CHECK (name <> '');`,
			"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NULL; RETURN NEW; END; $$;",
			'CREATE TRIGGER refuse BEFORE UPDATE ON "Venue" FOR EACH ROW EXECUTE FUNCTION refuse();',
		]);
		await deployMigrations(url, folder);
		expect(await checkMigrations(url, folder)).toEqual([]);
	});

	it("tell PostgreSQL's own error when one fails, and keep nothing of it", async () => {
		await createMigration(url, "venues", { folder, now: new Date("2026-01-01") });
		await migration("20260102000000_bad", [
			"CREATE TABLE half (id int);",
			"ALTER TABLE nowhere ADD x int;",
		]);
		await expect(deployMigrations(url, folder)).rejects.toThrow(
			/20260102000000_bad failed: relation "nowhere" does not exist.*db:resolve/,
		);
		const { rows } = await run(
			url,
			"SELECT to_regclass('half') AS half, to_regclass('\"Venue\"') AS venue",
		);
		expect(rows).toEqual([{ half: null, venue: '"Venue"' }]);
	});

	it("refuse a name that would not be a folder", async () => {
		await expect(createMigration(url, "../x", { folder })).rejects.toThrow(/small letters/);
	});
});

async function schema(models: string): Promise<void> {
	await writeFile(join(folder, "schema.prisma"), HEAD + models);
}

async function migration(name: string, statements: string[]): Promise<void> {
	await mkdir(join(folder, "migrations", name), { recursive: true });
	await writeFile(join(folder, "migrations", name, "migration.sql"), statements.join("\n"));
}

async function run(address: string, sql: string) {
	const client = new Client(address);
	await client.connect();
	try {
		return await client.query(sql);
	} finally {
		await client.end();
	}
}
