import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";

const SUBJECT = { subjectType: "demonstration", subjectId: "demonstration" } as const;

/**
 * Notes that the demonstration was taken away here, so that the seed of a later version does not bring it back. The audit
 * trail keeps the mark: it is append-only and outlives every other row of the demonstration.
 */
export async function markDemoRemoved(tx: Tx, now: Date): Promise<void> {
	await audit(tx, { ...SUBJECT, actorId: null, action: "demonstration.removed", at: now });
}

/** True in a database from which the demonstration was removed once. */
export async function wasDemoRemoved(): Promise<boolean> {
	return (await db.auditEntry.findFirst({ where: SUBJECT, select: { id: true } })) !== null;
}
