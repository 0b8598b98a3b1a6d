import { setTimeout as sleep } from "node:timers/promises";
import { type Job, Logger, parseCronItems, type Runner, run, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { env } from "@/lib/env";
import { type JobHandlers, type JobName, jobSchemas } from "@/lib/jobs/registry";
import { log } from "@/lib/log";

const CONCURRENCY = 4;
const POLL_MS = 1_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const SWEEP_MS = 10_000;
/** No handler may take longer (`withTimeLimit`), so an older lock belongs to a worker that died. */
const STALE_LOCK_SECONDS = 120;
/**
 * Jobs of minutes for which somebody waits, and which do no harm when they run twice at once (lib/imports): while one runs
 * its lock is kept fresh, and a lock that was not for half a minute belongs to a worker that died.
 */
const BEATING: readonly JobName[] = ["imports.check", "imports.run"];
const BEAT_MS = 5_000;
const SILENT_SECONDS = 30;
const JOB_LIMIT_MS = 90_000;

export type Worker = { stop: () => Promise<void> };

/**
 * Runs queued jobs that it has handlers for in this process until stopped. It begins, and begins again, whenever the
 * database is there; retries with backoff are the queue's own.
 */
export function startWorker(handlers: Partial<JobHandlers>): Worker {
	const stopping = new AbortController();
	const pool = new Pool({
		connectionString: env().DATABASE_URL,
		max: CONCURRENCY + 2,
		connectionTimeoutMillis: 3_000,
	});
	const onLoss = (error: Error) =>
		log().warn({ err: error }, "the queue lost a database connection");
	pool.on("error", onLoss);
	pool.on("connect", (client) => client.on("error", onLoss));
	const sweeping = setInterval(() => void releaseStaleLocks(pool), SWEEP_MS);
	sweeping.unref();
	const running = runUntilStopped(pool, taskList(pool, handlers), stopping.signal);
	return {
		async stop() {
			if (stopping.signal.aborted) return running;
			stopping.abort();
			clearInterval(sweeping);
			await running;
			await pool.end();
		},
	};
}

async function runUntilStopped(pool: Pool, tasks: TaskList, signal: AbortSignal): Promise<void> {
	let pauseMs = FIRST_PAUSE_MS;
	while (!signal.aborted) {
		try {
			await releaseStaleLocks(pool);
			const runner = await startRunner(pool, tasks);
			pauseMs = FIRST_PAUSE_MS;
			await runnerEnd(runner, signal);
		} catch (error) {
			log().warn({ err: error }, "the queue cannot run; trying again");
			await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
			pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
		}
	}
}

function startRunner(pool: Pool, tasks: TaskList): Promise<Runner> {
	return run({
		pgPool: pool,
		taskList: tasks,
		concurrency: CONCURRENCY,
		pollInterval: POLL_MS,
		noHandleSignals: true,
		parsedCronItems: parseCronItems([
			{ task: "cleaning.run" satisfies JobName, match: "17 * * * *", options: { maxAttempts: 3 } },
			// Offsets of zones are multiples of a quarter of an hour.
			{ task: "recaps.ask" satisfies JobName, match: "*/15 * * * *", options: { maxAttempts: 3 } },
			{
				task: "reviews.digest" satisfies JobName,
				match: "*/15 * * * *",
				options: { maxAttempts: 3 },
			},
			{ task: "reviews.urgent" satisfies JobName, match: "* * * * *", options: { maxAttempts: 3 } },
			{
				task: "reviews.escalate" satisfies JobName,
				match: "5 * * * *",
				options: { maxAttempts: 3 },
			},
		]),
		logger: new Logger(() => (level, message) => {
			if (level === "error" || level === "warning") log().warn({ queue: message }, "queue");
		}),
	});
}

async function runnerEnd(runner: Runner, signal: AbortSignal): Promise<void> {
	const stop = () => void runner.stop().catch(() => undefined);
	signal.addEventListener("abort", stop, { once: true });
	if (signal.aborted) stop();
	try {
		await runner.promise;
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

/** Frees the jobs of workers that were killed; graphile-worker itself would wait four hours. */
async function releaseStaleLocks(pool: Pool): Promise<void> {
	try {
		await pool.query(
			`SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs
			 WHERE locked_at < now() - make_interval(secs => CASE WHEN task_identifier = ANY($3) THEN $2::int ELSE $1::int END)
			 HAVING count(*) > 0`,
			[STALE_LOCK_SECONDS, SILENT_SECONDS, BEATING],
		);
	} catch (error) {
		log().warn({ err: error }, "stale job locks could not be released");
	}
}

function taskList(pool: Pool, handlers: Partial<JobHandlers>): TaskList {
	const names = Object.keys(handlers) as JobName[];
	return Object.fromEntries(names.map((name) => [name, taskOf(name, { pool, handlers })]));
}

function taskOf<Name extends JobName>(
	name: Name,
	{ pool, handlers }: { pool: Pool; handlers: Partial<JobHandlers> },
): TaskList[string] {
	return async (payload, { job }) => {
		const context = {
			jobId: job.id,
			createdAt: new Date(job.created_at),
			attempt: job.attempts,
		};
		const parsed = jobSchemas[name].parse(payload);
		const beating = BEATING.includes(name) ? keepFresh(pool, job) : undefined;
		try {
			const handle = handlers[name] as (payload: unknown, about: typeof context) => Promise<void>;
			await withTimeLimit(handle(parsed, context));
		} catch (error) {
			log().warn({ err: error, job: name, ...context }, "a job failed and will be tried again");
			throw error;
		} finally {
			clearInterval(beating);
		}
	};
}

function keepFresh(pool: Pool, { id, locked_by }: Pick<Job, "id" | "locked_by">): NodeJS.Timeout {
	const beat = () =>
		pool
			.query(
				"UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE id = $1 AND locked_by = $2",
				[id, locked_by],
			)
			.catch((error) => log().warn({ err: error }, "a job's lock could not be kept fresh"));
	return setInterval(() => void beat(), BEAT_MS);
}

async function withTimeLimit(work: Promise<void>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`job took over ${JOB_LIMIT_MS} ms`)), JOB_LIMIT_MS);
	});
	try {
		await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
