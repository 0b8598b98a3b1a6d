import { db } from "@/lib/db/client";
import { isReceiptKey } from "./receipt-address";

/** How far a case is, in the words that a reporter may know. */
export type ReportProgress = "received" | "looked_at" | "closed";

/**
 * What a reporter sees by the secret address: how the report stands and what was answered. Nothing of who looked at it, of
 * other reports, or of the organiser. Null for a wrong secret as for a report that never was.
 */
export async function findReceipt({ report, key }: { report: string; key: string }) {
	if (!isReceiptKey(report, key)) return null;
	const found = await db.report.findUnique({
		where: { id: report },
		select: {
			reference: true,
			kind: true,
			createdAt: true,
			answer: true,
			email: true,
			case: { select: { lookedAt: true, outcome: true, closedAt: true } },
		},
	});
	if (!found) return null;
	const { case: of, email, ...rest } = found;
	const progress: ReportProgress = of.closedAt ? "closed" : of.lookedAt ? "looked_at" : "received";
	return { ...rest, hasEmail: email !== null, progress, outcome: of.outcome };
}
export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;
