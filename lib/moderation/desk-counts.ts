import { isReviewer, type Viewer } from "@/lib/permissions/viewer";
import { countOrganisationsInNeed } from "./organisations";
import { countWaiting } from "./queue";
import { countWaitingRecaps } from "./recap-queries";
import { countOpenCases } from "./report-queries";

/** How much waits for a reviewer. */
export type DeskCounts = {
	submissions: number;
	recaps: number;
	/** Open cases that people have reported. */
	reports: number;
	organisations: number;
};

/** How much waits for the viewer behind each link of the desk: as many as the lists there have; null for no reviewer. */
export async function countForDesk(viewer: Viewer): Promise<DeskCounts | null> {
	if (!isReviewer(viewer)) return null;
	const [submissions, recaps, reports, organisations] = await Promise.all([
		countWaiting(viewer),
		countWaitingRecaps(viewer),
		countOpenCases(viewer),
		countOrganisationsInNeed(viewer),
	]);
	return { submissions, recaps, reports, organisations };
}
