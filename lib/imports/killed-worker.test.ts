import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { startImport } from "./change-import";
import { getMyImport } from "./queries";
import { runImport } from "./run-import";

const ROWS = 5_000;
/** It takes some 400 MB; whoever kept each row's queries or results would need more. */
const MOST_MEMORY = 640 * 1024 * 1024;

useDatabase();

const workers: ChildProcess[] = [];
afterEach(() => {
	for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

it("5,000 rows survive a kill -9 of the worker half-way: all or none, taken over by the queue, once, in bounded memory", {
	timeout: 240_000,
}, async () => {
	const { id: organisationId, owner } = await makeOrganisation();
	const rows = Array.from({ length: ROWS }, (_, index) => goodRow(index));
	const importId = await checkedImport(owner, organisationId, await csvOf(rows));
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, owner, { importId, version, asDrafts: false }));

	const first = await killHalfWay(importId);
	expectSteps(first);
	expect(first.at(-1)).toMatchObject({ state: "importing", events: 0 });
	expect([await db.eventRevision.count(), await db.auditEntry.count(SUBMITTED)]).toEqual([0, 0]);

	await letHalfAMinutePass();
	const worker = startWorker();
	const second = await watch(importId, ({ state }) => state !== "importing");
	expectSteps(second);
	expect(second.at(-1)).toEqual({ state: "done", progress: ROWS, events: ROWS });
	expect(await memoryOf(worker)).toBeLessThan(MOST_MEMORY);
	await expect.poll(waitingRuns).toBe(0);

	await runImport({ importId });
	expect(await db.event.count({ where: { state: "submitted" } })).toBe(ROWS);
	expect(await db.auditEntry.count(SUBMITTED)).toBe(ROWS);
	expect(await getMyImport(owner, importId)).toMatchObject({ state: "done", progress: ROWS });
});

const SUBMITTED = { where: { action: "event.submit" } };

type Sample = { state: string; progress: number; events: number };

/** As one moment has it. */
async function lookAt(importId: string): Promise<Sample> {
	const [sample] = await db.$queryRaw<Sample[]>`
		SELECT "state"::text, "progress", (SELECT count(*)::int FROM "Event") AS events
		FROM "Import" WHERE "id" = ${importId}::uuid`;
	if (!sample) throw new Error("no such import");
	return sample;
}

async function watch(importId: string, isEnough: (sample: Sample) => boolean): Promise<Sample[]> {
	const samples: Sample[] = [];
	do {
		samples.push(await lookAt(importId));
		await sleep(20);
	} while (!isEnough(samples.at(-1) as Sample));
	return samples;
}

/** Nobody ever sees some of the events, and the progress moves up; from where it had been left it begins anew. */
function expectSteps(samples: readonly Sample[]): void {
	for (const { state, events } of samples) expect(events).toBe(state === "done" ? ROWS : 0);
	const left = samples[0]?.progress ?? 0;
	const begun = samples.findIndex(({ progress }) => progress !== left);
	const seen = samples.slice(begun).map(({ progress }) => progress);
	expect(seen).toEqual([...seen].sort((a, b) => a - b));
	expect(new Set(seen).size).toBeGreaterThan(5);
}

/** Lets a worker make events until some hundreds are there that nobody sees, stops it there by a lock, and kills it. */
async function killHalfWay(importId: string): Promise<Sample[]> {
	const worker = startWorker();
	const samples = await watch(importId, ({ progress }) => progress > ROWS / 2);
	const owner = new Client(ownerDatabaseUrl());
	await owner.connect();
	await owner.query('BEGIN; SELECT FROM "Import" FOR UPDATE');
	const ended = once(worker, "exit");
	worker.kill("SIGKILL");
	expect(await ended).toEqual([null, "SIGKILL"]);
	await owner.query("ROLLBACK");
	// The server notices that its client is gone.
	const connections = () =>
		owner.query(`SELECT 1 FROM pg_locks WHERE relation = '"AuditEntry"'::regclass`);
	await expect.poll(async () => (await connections()).rows.length, { interval: 50 }).toBe(0);
	await owner.end();
	return [...samples, await lookAt(importId)];
}

/** The queue takes a job away from a worker that was silent for so long. */
async function letHalfAMinutePass(): Promise<void> {
	const moved = await db.$executeRaw`
		UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '31 seconds'
		WHERE locked_by IS NOT NULL`;
	expect(moved).toBe(1);
}

async function waitingRuns(): Promise<number> {
	const jobs = await db.$queryRaw<unknown[]>`
		SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'imports.run'`;
	return jobs.length;
}

function startWorker(): ChildProcess {
	const worker = spawn(
		process.execPath,
		["--conditions=react-server", "--import", "tsx", "lib/imports/worker.fixture.ts"],
		{ stdio: ["ignore", "ignore", "ignore", "ipc"] },
	);
	workers.push(worker);
	return worker;
}

async function memoryOf(worker: ChildProcess): Promise<number> {
	const answer = once(worker, "message");
	worker.send("memory");
	const [bytes] = (await answer) as [number];
	return bytes;
}
