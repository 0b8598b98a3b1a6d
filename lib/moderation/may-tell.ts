import type { Tx } from "@/lib/db/client";

const HOUR_MS = 3_600_000;

/**
 * Whether somebody may be mailed now, and notes that they are: false while the last mail of the kind is not `hours` ago, or
 * another process is about to send one.
 */
export async function mayTell(
	tx: Tx,
	userId: string,
	{ kind, hours, now }: { kind: "urgent" | "late"; hours: number; now: Date },
): Promise<boolean> {
	const before = new Date(now.getTime() - hours * HOUR_MS);
	const noted = await tx.$executeRaw`
		INSERT INTO "ReviewerNotice" AS n ("userId", "kind", "sentAt")
		VALUES (${userId}::uuid, ${kind}::"NoticeKind", ${now})
		ON CONFLICT ("userId", "kind") DO UPDATE SET "sentAt" = ${now} WHERE n."sentAt" <= ${before}`;
	return noted > 0;
}
