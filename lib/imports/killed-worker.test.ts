import { spawn } from "node:child_process";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { startImport } from "./change-import";
import { getMyImport } from "./queries";
import { runImport } from "./run-import";

useDatabase();

describe("kill -9 of the worker half-way", () => {
	it("leaves nothing, and the next run makes all of it, once", { timeout: 60_000 }, async () => {
		const rows = Array.from({ length: 600 }, (_, index) => goodRow(index));
		const { id: organisationId, owner } = await makeOrganisation();
		const importId = await checkedImport(owner, organisationId, await csvOf(rows));
		const version = await versionOf(importId);
		await inTransaction((tx) => startImport(tx, owner, { importId, version, asDrafts: false }));
		await killHalfWay(importId);
		expect([await db.event.count(), await db.eventRevision.count()]).toEqual([0, 0]);
		expect(await getMyImport(owner, importId)).toMatchObject({ state: "importing" });
		await runImport({ importId });
		await runImport({ importId });
		expect(await db.event.count({ where: { state: "submitted" } })).toBe(600);
		expect(await db.auditEntry.count({ where: { action: "event.submit" } })).toBe(600);
		expect(await getMyImport(owner, importId)).toMatchObject({
			state: "done",
			progress: 600,
		});
	});
});

/** Holds the worker's transaction up at its first line of the audit, when rows of events are written, and kills it there. */
async function killHalfWay(importId: string): Promise<void> {
	const owner = new Client(ownerDatabaseUrl());
	await owner.connect();
	await owner.query('BEGIN; LOCK TABLE "AuditEntry" IN SHARE MODE');
	const child = spawn(
		process.execPath,
		["--conditions=react-server", "--import", "tsx", "lib/imports/run-one.fixture.ts", importId],
		{ stdio: "ignore" },
	);
	const ended = new Promise((done) => child.once("exit", (_code, signal) => done(signal)));
	const locks = async (condition: string) => {
		const relation = `relation = '"AuditEntry"'::regclass`;
		return (await owner.query(`SELECT 1 FROM pg_locks WHERE ${relation} AND ${condition}`)).rows
			.length;
	};
	const isHeldUp = () => locks("NOT granted");
	await expect.poll(isHeldUp, { timeout: 40_000, interval: 50 }).toBeGreaterThan(0);
	child.kill("SIGKILL");
	expect(await ended).toBe("SIGKILL");
	await owner.query("ROLLBACK");
	const isGone = () => locks("true");
	await expect.poll(isGone, { timeout: 10_000 }).toBe(0);
	await owner.end();
}
