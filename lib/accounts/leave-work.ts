import type { Tx } from "@/lib/db/client";

/** What a person who is no reviewer any more had taken on is free again: submissions and cases of reports. */
export async function leaveWork(tx: Tx, userId: string): Promise<void> {
	const taken = { where: { assigneeId: userId }, data: { assigneeId: null } };
	await tx.event.updateMany(taken);
	await tx.reportCase.updateMany(taken);
}
