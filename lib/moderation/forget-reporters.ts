import { db } from "@/lib/db/client";

const DAY_MS = 86_400_000;
/** So long after the case was closed a reporter's address is kept, for an answer to a question about it. */
export const REPORTER_KEPT_DAYS = 90;

/**
 * Deletes the addresses of reporters whose case was closed 90 days ago or more, and those in automatic reports as old,
 * which nobody may ever close; the reports themselves stay.
 */
export async function forgetReporters(now: Date): Promise<void> {
	const until = new Date(now.getTime() - REPORTER_KEPT_DAYS * DAY_MS);
	await db.report.updateMany({
		where: {
			email: { not: null },
			OR: [{ case: { closedAt: { lte: until } } }, { isSuspect: true, createdAt: { lte: until } }],
		},
		data: { email: null },
	});
}
