import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

/** So many points in so many seconds, counted for `key` in `bucket`. */
export type Limit = { bucket: string; key: string; points: number; seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/** Speaks to the limiter like a pg client, over the program's one pool. */
const storeClient = {
	async query({ text, values }: { text: string; values: unknown[] }) {
		const rows: { points: number; expire: bigint | null }[] = await db.$queryRawUnsafe(
			text,
			...values,
		);
		return {
			rows: rows.map((row) => ({
				...row,
				expire: row.expire === null ? null : Number(row.expire),
			})),
			rowCount: rows.length,
		};
	},
};

/**
 * Counts one use. All web processes share the count (table `rate_limit`); while the database is
 * away each counts in memory.
 * @throws DomainError `rate_limited`
 */
export async function consume(limit: Limit): Promise<void> {
	try {
		await limiterOf(limit).consume(hashed(limit.key));
	} catch (reason) {
		if (reason instanceof RateLimiterRes) throw new DomainError("rate_limited");
		throw reason;
	}
}

function limiterOf({ bucket, points, seconds }: Limit): RateLimiterPostgres {
	const id = `${bucket}:${points}:${seconds}`;
	const found = limiters.get(id);
	if (found) return found;
	const made = new RateLimiterPostgres({
		storeClient,
		storeType: "client",
		tableName: "rate_limit",
		tableCreated: true,
		clearExpiredByTimeout: false,
		keyPrefix: bucket,
		points,
		duration: seconds,
		insuranceLimiter: new RateLimiterMemory({ keyPrefix: bucket, points, duration: seconds }),
	});
	limiters.set(id, made);
	return made;
}

/** Keys may be e-mail addresses and IPs: the table keeps only their hashes. */
function hashed(key: string): string {
	return createHash("sha256").update(key.toLowerCase()).digest("base64url");
}
