import type { Tx } from "./client";

/** Waits for, and holds until the end of the transaction, the right to allot names of one kind (slugs of a season). */
export async function lockNames(tx: Tx, kind: string): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${kind}, 26))`;
}

/** Holds, together with others that do, what `lockNames` of the same kind waits for; until the end of the transaction. */
export async function shareNames(tx: Tx, kind: string): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${kind}, 26))`;
}
