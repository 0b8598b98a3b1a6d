import { db } from "@/lib/db/client";
import { reportsHandledBy } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import type { ReportOutcome } from "./report-schema";

/** Outcomes of reports that were right. */
const RIGHT: readonly ReportOutcome[] = ["corrected", "asked", "hidden"];

/**
 * How an organisation's submissions fared so far: decisions that somebody took and that stand, publications by trust, when
 * the first one was approved, how often an event was hidden, and closed and open reports that the viewer may handle.
 */
export async function readOrganiserHistory(viewer: Viewer, organisationId: string) {
	const ofIts = { event: { organisationId } };
	const standing = { ...ofIts, undoneAt: null };
	const [kinds, byTrust, first, hidden, reports, right] = await Promise.all([
		db.decision.groupBy({
			by: ["kind"],
			where: { ...standing, isByTrust: false },
			_count: { _all: true },
		}),
		db.decision.count({ where: { ...standing, isByTrust: true } }),
		db.decision.findFirst({
			where: { ...standing, kind: "approve" },
			orderBy: { createdAt: "asc" },
			select: { createdAt: true },
		}),
		db.takeDown.count({ where: ofIts }),
		countCases(viewer, organisationId),
		countCases(viewer, organisationId, RIGHT),
	]);
	const countOf = (kind: "approve" | "request_changes" | "reject") =>
		kinds.find((row) => row.kind === kind)?._count._all ?? 0;
	return {
		approved: countOf("approve"),
		changesRequested: countOf("request_changes"),
		rejected: countOf("reject"),
		byTrust,
		since: first?.createdAt ?? null,
		hidden,
		reports,
		reportsRight: right,
	};
}
export type OrganiserHistory = Awaited<ReturnType<typeof readOrganiserHistory>>;

/** Cases of people's reports about the organisation or its events; all, or those with one of these outcomes. */
function countCases(
	viewer: Viewer,
	organisationId: string,
	outcomes?: readonly ReportOutcome[],
): Promise<number> {
	return db.reportCase.count({
		where: {
			AND: [
				reportsHandledBy(viewer),
				{ OR: [{ organisationId }, { event: { organisationId } }] },
				{ reports: { some: { isSuspect: false } } },
				outcomes ? { outcome: { in: [...outcomes] } } : {},
			],
		},
	});
}
