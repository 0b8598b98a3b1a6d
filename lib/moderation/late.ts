/** A submission that waits longer is the admins' too. */
const LATE_HOURS = 48;
const HOUR_MS = 3_600_000;

/** When something must have come that waits too long at `now`, as a condition. */
export function lateBefore(now: Date): { lte: Date } {
	return { lte: new Date(now.getTime() - LATE_HOURS * HOUR_MS) };
}

/**
 * The submissions that wait too long at `now`, as a where clause. A decision that was taken back is nobody's delay: its
 * submission was handed in as a copy then, and waits since (docs/decisions/0031).
 */
export function lateEvents(now: Date) {
	const submittedAt = lateBefore(now);
	return { submittedAt, latestRevision: { submittedAt } };
}

/** The same of recaps. */
export function lateRecaps(now: Date) {
	const submittedAt = lateBefore(now);
	return { submittedAt, latest: { submittedAt } };
}

/** Since when a submission waits: since it came, or since a decision on it was taken back. */
export function waitsSince(event: {
	submittedAt: Date | null;
	latestRevision: { submittedAt: Date | null } | null;
}): Date | null {
	const { submittedAt } = event;
	const copiedAt = event.latestRevision?.submittedAt ?? null;
	return submittedAt && copiedAt && copiedAt > submittedAt ? copiedAt : submittedAt;
}

/** Whether what waits since then waits too long. */
export function isLate(since: Date, now: Date): boolean {
	return since <= lateBefore(now).lte;
}
