import type { Tx } from "@/lib/db/client";

/** What a person who leaves had taken on is free again, submissions and cases of reports, and what they claim ends. */
export async function leaveWork(tx: Tx, userId: string, now: Date): Promise<void> {
	const taken = { where: { assigneeId: userId }, data: { assigneeId: null } };
	await tx.event.updateMany(taken);
	await tx.reportCase.updateMany(taken);
	await tx.claim.updateMany({
		where: { claimantId: userId, confirmedAt: null, endedAt: null },
		data: { endedAt: now },
	});
}
