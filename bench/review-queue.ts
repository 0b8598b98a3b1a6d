// npm run bench:queue: hands 10,000 events in through the import (--waiting), half of them of a verified organisation,
// times the reviewers' pages of the built app, and writes bench/results/queue-<date>.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { db, inTransaction } from "@/lib/db/client";
import { startImport } from "@/lib/imports/change-import";
import { runImport } from "@/lib/imports/run-import";
import { nextInQueue } from "@/lib/moderation/queue-order";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { makeProvenSession } from "@/prisma/factories/sessions";
import { buildApp, generateClient } from "@/scripts/launcher/build";
import { type Percentiles, percentilesOf } from "./measure/http";
import { describeMachine } from "./measure/machine";
import { startOwnApp } from "./measure/own-app";

/** What one file of an import may hold. */
const ROWS = 5_000;
const TIMES = 40;
/** Milliseconds in which the queue opens (issue 5). */
const PROMISE = 300;
const RESULTS = "bench/results";

const { values } = parseArgs({ options: { waiting: { type: "string", default: "10000" } } });
await generateClient();
await buildApp();
const app = await startOwnApp({ home: resolve(".data/bench-queue"), events: 1_000 });
try {
	const missing = Number(values.waiting) - (await waiting());
	for (let left = missing; left > 0; left -= ROWS)
		await handIn({ rows: Math.min(ROWS, left), isVerified: left === missing });
	await db.$executeRaw`ANALYZE`;
	await measure();
} finally {
	await app.stop();
}

async function handIn({ rows, isVerified }: { rows: number; isVerified: boolean }): Promise<void> {
	// Whoever is called like a verified organisation is held.
	const country = isVerified ? "DE" : "FR";
	const { id: organisationId, owner } = await makeOrganisation({ country });
	if (isVerified) {
		const data = { verifiedAt: new Date(), isLookAlike: false, heldAt: null };
		await db.organisation.update({ where: { id: organisationId }, data });
	}
	const csv = await csvOf(Array.from({ length: rows }, (_, index) => goodRow(index)));
	const importId = await checkedImport(owner, organisationId, new TextEncoder().encode(csv));
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, owner, { importId, version, asDrafts: false }));
	await runImport({ importId });
}

async function measure(): Promise<void> {
	const admin = await makeAdmin();
	const [{ country }] = await db.$queryRaw<[{ country: string }]>`
		SELECT "country" FROM "Event" WHERE "state" = 'submitted' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`;
	const coordinator = await makeCoordinator(country);
	const { id } = await db.event.findFirstOrThrow({
		where: { state: "submitted" },
		select: { id: true },
	});
	const date = new Date().toISOString().slice(0, 10);
	const figures: Record<string, Percentiles & { isReached: boolean }> = {};
	console.log(
		`${await waiting()} submissions wait; milliseconds to the whole answer, ${TIMES} times each`,
	);
	for (const [name, viewer, path] of [
		["queue, admin", admin, "/en/review"],
		["queue, admin, page 100", admin, "/en/review?page=100"],
		["queue, admin, one country", admin, `/en/review?country=${country}`],
		["queue, coordinator of one country", coordinator, "/en/review"],
		["one submission", admin, `/en/review/${id}`],
	] as const) {
		const times = await timesOf(viewer, path);
		const isReached = times.p95 < PROMISE;
		figures[name] = { ...times, isReached };
		console.log(
			`${name}: ${line(times)}; under ${PROMISE} ms ${isReached ? "reached" : "NOT REACHED"}`,
		);
	}
	mkdirSync(RESULTS, { recursive: true });
	const results = { date, machine: describeMachine(), waiting: await waiting(), pages: figures };
	writeFileSync(`${RESULTS}/queue-${date}.json`, `${JSON.stringify(results, null, "\t")}\n`);
	const found = [];
	for (let time = 0; time < TIMES; time++) {
		const since = performance.now();
		await nextInQueue(admin, id);
		found.push(performance.now() - since);
	}
	console.log(`the next submission, in the database: ${line(percentilesOf(found))}`);
}

async function timesOf(viewer: { id: string }, path: string): Promise<Percentiles> {
	const { cookieName, token } = await makeProvenSession(viewer);
	const headers = { cookie: `${cookieName}=${token}` };
	const times: number[] = [];
	for (let time = -3; time < TIMES; time++) {
		const since = performance.now();
		const answer = await fetch(`${app.origin}${path}`, { headers });
		await answer.text();
		if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
		// The first ones meet a process that has just started.
		if (time >= 0) times.push(performance.now() - since);
	}
	return percentilesOf(times);
}

function line({ p50, p95 }: Percentiles): string {
	return `p50 ${Math.round(p50)}, p95 ${Math.round(p95)}`;
}

function waiting(): Promise<number> {
	return db.event.count({ where: { state: "submitted" } });
}
