import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { emptyDatabase, ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { cleanExpired } from "./cleaning";
import { enqueue } from "./queue";
import type { JobContext, JobHandlers } from "./registry";
import { startWorker, type Worker } from "./worker";

useDatabase();
beforeEach(emptyDatabase);

let worker: Worker | undefined;
afterEach(async () => {
	await worker?.stop();
	worker = undefined;
});

const MAIL = { to: "a@example.org", locale: "en", template: "t", props: { title: "T" } };

function run(send: JobHandlers["mail.send"]): void {
	worker = startWorker({ "mail.send": send, "cleaning.run": async () => undefined });
}

async function jobs(): Promise<
	{ attempts: number; locked_by: string | null; last_error: string | null }[]
> {
	return db.$queryRaw`SELECT attempts, locked_by, last_error FROM graphile_worker.jobs
		WHERE task_identifier = 'mail.send' ORDER BY id`;
}

describe("enqueue", () => {
	it("queues with the caller's commit and not with its rollback", async () => {
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		const undone = inTransaction(async (tx) => {
			await enqueue(tx, "mail.send", MAIL);
			throw new Error("undone");
		});
		await expect(undone).rejects.toThrow("undone");
		expect(await jobs()).toHaveLength(1);
	});

	it("refuses a payload that its job could not read", async () => {
		const wrong = { ...MAIL, bcc: "b@example.org" };
		await expect(inTransaction((tx) => enqueue(tx, "mail.send", wrong))).rejects.toThrow("bcc");
		expect(await jobs()).toHaveLength(0);
	});
});

describe("the worker", () => {
	it("runs a job after the commit, with its payload, soon", async () => {
		const seen: unknown[] = [];
		run(async (payload) => void seen.push(payload));
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await expect.poll(() => seen).toEqual([MAIL]);
		await expect.poll(jobs).toEqual([]);
	});

	it("runs a failing job again, under the same job id", async () => {
		const seen: JobContext[] = [];
		run(async (_payload, context) => {
			seen.push(context);
			if (seen.length === 1) throw new Error("first try fails");
		});
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await expect.poll(() => seen.length).toBe(2);
		expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2]);
		expect(seen[1]?.jobId).toBe(seen[0]?.jobId);
		expect(seen[1]?.createdAt).toEqual(seen[0]?.createdAt);
	});

	it("keeps a failing job with its error while no worker runs it", async () => {
		run(async () => {
			throw new Error("still broken");
		});
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await expect.poll(async () => (await jobs())[0]?.last_error).toBe("still broken");
		await worker?.stop();
		expect(await jobs()).toMatchObject([{ locked_by: null }]);
	});

	it("takes over the jobs of a worker that was killed two minutes ago", async () => {
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await db.$executeRaw`UPDATE graphile_worker._private_jobs
			SET locked_by = 'dead', locked_at = now() - interval '121 seconds', attempts = 1`;
		const seen: unknown[] = [];
		run(async (payload) => void seen.push(payload));
		await expect.poll(() => seen.length).toBe(1);
	});

	it("takes over an import from a worker that was silent for half a minute, and no other job so soon", async () => {
		const importId = "01990000-0000-7000-8000-000000000000";
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await inTransaction((tx) => enqueue(tx, "imports.run", { importId }));
		await db.$executeRaw`UPDATE graphile_worker._private_jobs
			SET locked_by = 'dead ' || id, locked_at = now() - interval '31 seconds', attempts = 1`;
		const seen: string[] = [];
		let end: () => void = () => undefined;
		worker = startWorker({
			"mail.send": async () => void seen.push("mail.send"),
			"imports.run": () => {
				seen.push("imports.run");
				return new Promise<void>((done) => {
					end = done;
				});
			},
		});
		await expect.poll(() => seen).toEqual(["imports.run"]);
		// While it works on it, it says so.
		const lockedAt = async () => {
			const [row] = await db.$queryRaw<{ at: Date; by: string }[]>`
				SELECT locked_at AS at, locked_by AS by FROM graphile_worker.jobs WHERE task_identifier = 'imports.run'`;
			return row?.at.getTime() ?? 0;
		};
		const first = await lockedAt();
		await expect.poll(lockedAt).toBeGreaterThan(first);
		end();
		await expect.poll(lockedAt).toBe(0);
		expect(seen).toEqual(["imports.run"]);
	});

	it("goes on after the database has cut all of its connections", async () => {
		const seen: unknown[] = [];
		run(async (payload) => void seen.push(payload));
		await inTransaction((tx) => enqueue(tx, "mail.send", MAIL));
		await expect.poll(() => seen.length).toBe(1);
		const owner = new Client(ownerDatabaseUrl());
		await owner.connect();
		await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`);
		await owner.end();
		// Whichever pooled connection was cut may fail once.
		await expect
			.poll(() =>
				inTransaction((tx) => enqueue(tx, "mail.send", MAIL)).then(
					() => true,
					() => false,
				),
			)
			.toBe(true);
		await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2);
	});
});

describe("cleanExpired", () => {
	it("deletes what is over and keeps what is not", async () => {
		const now = new Date("2027-02-20T12:00:00Z");
		const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
		const { id: userId } = await db.user.create({ data: { email: "a@example.org" } });
		for (const [name, expires] of [
			["old", hours(-1)],
			["new", hours(1)],
		] as const) {
			await db.session.create({ data: { userId, sessionToken: name, expires } });
			await db.signInRequest.create({
				data: {
					email: "a@example.org",
					tokenHash: name,
					codeHash: name,
					locale: "en",
					expiresAt: name === "old" ? hours(-25) : expires,
				},
			});
			await db.rateLimit.create({
				data: { key: name, points: 1, expire: BigInt(expires.getTime()) },
			});
		}
		await cleanExpired(now);
		expect((await db.session.findMany()).map((row) => row.sessionToken)).toEqual(["new"]);
		expect((await db.signInRequest.findMany()).map((row) => row.tokenHash)).toEqual(["new"]);
		expect((await db.rateLimit.findMany()).map((row) => row.key)).toEqual(["new"]);
	});
});
