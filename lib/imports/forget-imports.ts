import { db } from "@/lib/db/client";

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Deletes imports with their rows after 30 days; the events that came of them stay. */
export async function forgetImports(now: Date): Promise<void> {
	await db.import.deleteMany({
		where: { updatedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
	});
}
