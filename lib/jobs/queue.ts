import type { Tx } from "@/lib/db/client";
import { type JobName, type JobPayload, jobSchemas } from "@/lib/jobs/registry";

/** About two days of retries with graphile-worker's backoff of e^attempt seconds. */
const MAX_ATTEMPTS = 12;

/**
 * Queues a job in the caller's transaction: it runs after the commit, and never when that rolls back.
 * @param options `jobKey` replaces a waiting job of the same key; `runAt` delays it.
 */
export async function enqueue<Name extends JobName>(
	tx: Tx,
	name: Name,
	payload: JobPayload<Name>,
	options: { runAt?: Date; jobKey?: string; maxAttempts?: number } = {},
): Promise<void> {
	const body = JSON.stringify(jobSchemas[name].parse(payload));
	await tx.$queryRaw`
		SELECT id FROM graphile_worker.add_job(
			identifier => ${name}::text,
			payload => ${body}::json,
			run_at => ${options.runAt ?? null}::timestamptz,
			max_attempts => ${options.maxAttempts ?? MAX_ATTEMPTS}::int,
			job_key => ${options.jobKey ?? null}::text)`;
}
