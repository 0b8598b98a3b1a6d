/** A submission that waits longer is the admins' too. */
const LATE_HOURS = 48;
const HOUR_MS = 3_600_000;

/** When a submission must have come that waits too long at `now`, as a condition. */
export function lateBefore(now: Date): { lte: Date } {
	return { lte: new Date(now.getTime() - LATE_HOURS * HOUR_MS) };
}

/** Whether what was submitted then waits too long. */
export function isLate(submittedAt: Date, now: Date): boolean {
	return submittedAt <= lateBefore(now).lte;
}
