import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { destroyEmbedded, startEmbedded, stopEmbedded } from "@/lib/db/embedded";
import { isAlive } from "@/lib/db/postmaster";
import { throwawayHome } from "@/lib/db/throwaway";

let home: string;

beforeEach(async () => {
	home = await throwawayHome();
});
afterEach(() => destroyEmbedded(home));

describe("the embedded PostgreSQL", () => {
	it("keeps rows, passwords and port over a clean stop", async () => {
		const first = await startEmbedded(home);
		await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 26 AS day");
		await first.stop();
		expect(isAlive(first.pid)).toBe(false);
		const second = await startEmbedded(home);
		expect(second.ownerUrl).toBe(first.ownerUrl);
		expect(await query(second.ownerUrl, "SELECT day FROM kept")).toEqual([{ day: 26 }]);
	});

	it("is adopted while it still runs", async () => {
		const first = await startEmbedded(home);
		const second = await startEmbedded(home);
		expect(second).toMatchObject({ adopted: true, pid: first.pid, appUrl: first.appUrl });
		expect(await stopEmbedded(home)).toBe(true);
		expect(await stopEmbedded(home)).toBe(false);
	});

	it("comes back with every committed row after kill -9", async () => {
		const first = await startEmbedded(home);
		await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 26 AS day");
		process.kill(first.pid, "SIGKILL");
		const second = await startEmbedded(home);
		expect(second.adopted).toBe(false);
		expect(await query(second.ownerUrl, "SELECT day FROM kept")).toEqual([{ day: 26 }]);
	});

	it("replaces a server that is frozen", async () => {
		const first = await startEmbedded(home);
		process.kill(first.pid, "SIGSTOP");
		const second = await startEmbedded(home);
		expect(isAlive(first.pid)).toBe(false);
		expect(await query(second.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it("lets in nobody without the password, which only we can read", async () => {
		const { ownerUrl } = await startEmbedded(home);
		const wrong = new URL(ownerUrl);
		wrong.password = "guess";
		await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
		expect(statSync(join(home, "postgres.json")).mode & 0o777).toBe(0o600);
	});

	it("refuses a folder that holds somebody else's files, and leaves them alone", async () => {
		const precious = join(home, "postgres", "src", "main.c");
		mkdirSync(dirname(precious), { recursive: true });
		writeFileSync(precious, "int main;");
		await expect(startEmbedded(home)).rejects.toMatchObject({ code: "misconfigured" });
		expect(readFileSync(precious, "utf8")).toBe("int main;");
	});

	it("does not let the app's role make tables or other roles", async () => {
		const { appUrl } = await startEmbedded(home);
		await expect(query(appUrl, "CREATE TABLE planted (id int)")).rejects.toThrow(
			/permission denied/,
		);
		await expect(query(appUrl, "CREATE ROLE planted")).rejects.toThrow(/permission denied/);
	});

	it("has the contrib modules that the migrations use", async () => {
		const { ownerUrl } = await startEmbedded(home);
		for (const name of ["unaccent", "pg_trgm", "citext"]) {
			await query(ownerUrl, `CREATE EXTENSION ${name}`);
		}
		expect(await query(ownerUrl, "SELECT unaccent('Xankəndi Ağdam') AS name")).toHaveLength(1);
	});
});

async function query(url: string, sql: string): Promise<unknown[]> {
	const client = new Client(url);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}
