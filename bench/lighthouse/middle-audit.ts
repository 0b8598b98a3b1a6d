import type { PageAudit } from "./audit-page";

/** The audit in the middle by performance: one run beside a busy neighbour says little. */
export function middleAudit(audits: readonly PageAudit[]): PageAudit {
	const sorted = [...audits].sort(
		(a, b) => (a.scores.performance ?? 0) - (b.scores.performance ?? 0),
	);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (!middle) throw new RangeError("no audit was made");
	return middle;
}
