import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { startWorker } from "@/lib/jobs/worker";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { emptyDatabase, useDatabase, waitForAWaiter } from "@/prisma/factories/use-database";
import { startImport } from "./change-import";
import { checkImport } from "./check-import";
import { returnImport } from "./return-import";
import { runImport } from "./run-import";

useDatabase();

let organisation: MadeOrganisation;
let importId: string;

beforeEach(async () => {
	await emptyDatabase();
	organisation = await makeOrganisation();
	importId = await checkedImport(organisation.owner, organisation.id, await csvOf([goodRow()]));
	const version = await versionOf(importId);
	await inTransaction((tx) =>
		startImport(tx, organisation.owner, { importId, version, asDrafts: false }),
	);
});

async function turnReadOnly(isOn: boolean): Promise<void> {
	const row = { isOn, reason: "Maintenance", changedAt: new Date() };
	await db.switch.upsert({
		where: { name: "read_only" },
		create: { name: "read_only", ...row },
		update: row,
	});
}

const standing = async () => ({
	events: await db.event.count(),
	state: (await db.import.findUniqueOrThrow({ where: { id: importId } })).state,
});

const waitingJobs = (name = "imports.run") =>
	db.$queryRaw<{ key: string; attempts: number; seconds: number }[]>`
		SELECT key, attempts, extract(epoch FROM run_at - now())::float AS seconds
		FROM graphile_worker.jobs WHERE task_identifier = ${name}`;

it("an import waits while nothing may be changed, and runs soon afterwards, however long that was", async () => {
	await turnReadOnly(true);
	for (let run = 0; run < 15; run++) await runImport({ importId });
	expect(await standing()).toEqual({ events: 0, state: "importing" });
	const [job, ...more] = await waitingJobs();
	expect(more).toEqual([]);
	expect(job).toMatchObject({ key: `imports.run:${importId}`, attempts: 0 });
	expect(job?.seconds).toBeLessThanOrEqual(30);
	expect(job?.seconds).toBeGreaterThan(20);
	await turnReadOnly(false);
	await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
	const worker = startWorker({ "imports.run": runImport });
	await expect.poll(standing, { timeout: 15_000 }).toEqual({ events: 1, state: "done" });
	await worker.stop();
	expect(await waitingJobs()).toEqual([]);
});

it("the queue itself lets an import wait: its tries are not used up", async () => {
	await turnReadOnly(true);
	const worker = startWorker({ "imports.run": runImport });
	await expect
		.poll(async () => (await waitingJobs())[0]?.seconds ?? 0, { timeout: 15_000 })
		.toBeGreaterThan(20);
	await worker.stop();
	expect(await waitingJobs()).toMatchObject([{ key: `imports.run:${importId}`, attempts: 0 }]);
});

it("a check of rows waits in the same way", async () => {
	await db.import.update({ where: { id: importId }, data: { state: "checking" } });
	await turnReadOnly(true);
	await checkImport({ importId });
	expect(await standing()).toEqual({ events: 0, state: "checking" });
	const [job] = await waitingJobs("imports.check");
	expect(job).toMatchObject({ key: `imports.check:${importId}`, attempts: 0 });
	expect(job?.seconds).toBeGreaterThan(20);
	await turnReadOnly(false);
	await checkImport({ importId });
	expect(await standing()).toEqual({ events: 0, state: "checked" });
});

it("an import is not given back either", async () => {
	await turnReadOnly(true);
	const about = { id: importId, organisationId: organisation.id };
	const returned = returnImport(about, organisation.owner, { reason: "access", problemCount: 0 });
	await expect(returned).rejects.toMatchObject({ code: "read_only" });
	expect(await standing()).toEqual({ events: 0, state: "importing" });
});

it("an import that runs when the switch is turned leaves nothing, and keeps nobody from turning it", async () => {
	const running = await inTransaction(async (tx) => {
		await lockNames(tx, `imports ${organisation.id}`);
		const run = runImport({ importId });
		await waitForAWaiter();
		await turnReadOnly(true);
		return { run };
	});
	await running.run;
	expect(await waitingJobs()).toMatchObject([{ key: `imports.run:${importId}`, attempts: 0 }]);
	expect(await standing()).toEqual({ events: 0, state: "importing" });
});
