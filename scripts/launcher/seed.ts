import { existsSync } from "node:fs";
import { Client } from "pg";
import { runChild } from "@/scripts/launcher/children";
import type { Database } from "@/scripts/launcher/database";
import { fingerprint } from "@/scripts/launcher/fingerprint";
import { step } from "@/scripts/launcher/steps";

const SEED = "prisma/seed/index.ts";

/** Imports the data when this database has not had this version of it yet. @returns whether it ran. */
export async function seed(
	database: Database,
	variables: Record<string, string | undefined>,
): Promise<boolean> {
	if (!existsSync(SEED)) return false;
	const mark = fingerprint(["prisma/seed"], [variables.DEMO ?? ""]);
	if (await hasMark(database.ownerUrl, mark)) return false;
	await step("Importing the data", async () => {
		const words = ["--import", "tsx", "--conditions=react-server", SEED];
		const output = await runChild("Importing the data", words, variables);
		const last = output.trim().split("\n").slice(-8);
		for (const line of last) if (!/^$|^\((node:|Use)/.test(line)) console.log(`  ${line}`);
	});
	await setMark(database.ownerUrl, mark);
	return true;
}

// Kept in the database itself, in a schema of the launcher's: another or an emptied database has
// no mark and is filled again. A role that may not make schemas imports at each start, harmlessly.

async function hasMark(url: string, mark: string): Promise<boolean> {
	try {
		return await withClient(url, async (client) => {
			const found = await client.query("SELECT 1 FROM launcher.seed WHERE mark = $1", [mark]);
			return found.rowCount === 1;
		});
	} catch {
		return false;
	}
}

async function setMark(url: string, mark: string): Promise<void> {
	await withClient(url, async (client) => {
		await client.query("CREATE SCHEMA IF NOT EXISTS launcher");
		await client.query(
			"CREATE TABLE IF NOT EXISTS launcher.seed (mark text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())",
		);
		await client.query("DELETE FROM launcher.seed");
		await client.query("INSERT INTO launcher.seed (mark) VALUES ($1)", [mark]);
	}).catch(() => undefined);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client(url);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
