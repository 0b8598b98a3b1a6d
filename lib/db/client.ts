import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/env";

export { Prisma };

/** The client inside a transaction; what writes rows takes it as a parameter. */
export type Tx = Prisma.TransactionClient;

// `next dev` loads modules again at every change; the pool must survive that.
const kept = globalThis as typeof globalThis & { februaryDb?: PrismaClient | undefined };

/**
 * The database. It connects at the first query, never at import, so that `next build` needs none.
 * A frozen server fails a query after 4 s and a new connection after 3 s (a server-side
 * `statement_timeout` alone would hang for ever).
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
	get(_target, property) {
		const client = opened();
		const value: unknown = Reflect.get(client, property, client);
		return typeof value === "function" ? value.bind(client) : value;
	},
	has: (_target, property) => Reflect.has(opened(), property),
});

function opened(): PrismaClient {
	kept.februaryDb ??= new PrismaClient({
		adapter: new PrismaPg(
			{
				connectionString: env().DATABASE_URL,
				max: 10,
				connectionTimeoutMillis: 3_000,
				query_timeout: 4_000,
				idleTimeoutMillis: 30_000,
			},
			{ onPoolError: () => undefined, onConnectionError: () => undefined },
		),
	});
	return kept.februaryDb;
}

/**
 * Runs `work` in one transaction: all of its rows, or none when it throws. It is never repeated;
 * it waits at most 3 s for a connection and may take 15 s.
 */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
	return db.$transaction(work, { maxWait: 3_000, timeout: 15_000 });
}

/** Closes the pool; the next query opens another one. */
export async function disconnectDb(): Promise<void> {
	const client = kept.februaryDb;
	kept.februaryDb = undefined;
	await client?.$disconnect();
}
