import { db, type Tx } from "@/lib/db/client";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { can, requireCan, reviewableBy } from "@/lib/permissions/can";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import type { Chosen } from "./bulk-rules";
import { differences } from "./differences";
import { submittedContent, submittedSelect } from "./submitted-content";
import { listSuitedForBulk } from "./suits-bulk";
import { weighAll } from "./weigh";

/**
 * The chosen submissions that the viewer may see, in the order chosen, with whether each can be approved among others.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listChosen(
	viewer: SignedInViewer,
	chosen: readonly Chosen[],
	tx: Tx = db,
): Promise<ChosenSubmission[]> {
	requireCan(viewer, { action: "queue.read" });
	const items = await readChosen(viewer, chosen, tx);
	const suited = await listSuitedForBulk(tx, items);
	return chosen.flatMap(({ eventId, eventVersion }) => {
		const item = items.find(({ id }) => id === eventId);
		if (!item) return [];
		const isSuited = suited.has(eventId);
		const isReady =
			isSuited &&
			item.version === eventVersion &&
			can(viewer, { action: "event.decide", event: item });
		return [{ ...item, eventVersion, isSuited, isReady }];
	});
}

export type ChosenSubmission = Awaited<ReturnType<typeof readChosen>>[number] & {
	/** As it was shown when it was chosen. */
	eventVersion: number;
	isSuited: boolean;
	/** Suited, unchanged, and the viewer may decide. */
	isReady: boolean;
};

async function readChosen(viewer: SignedInViewer, chosen: readonly Chosen[], tx: Tx) {
	const rows = await tx.event.findMany({
		where: { AND: [reviewableBy(viewer), { id: { in: chosen.map(({ eventId }) => eventId) } }] },
		select: {
			...submittedSelect,
			organisation: { select: { name: true, heldAt: true } },
			published: { select: { revision: { select: revisionSelect } } },
		},
	});
	return rows.map(({ revisions, latestRevision, published, ...event }) => {
		const content = submittedContent({ revisions, latestRevision });
		const before = published ? toContent(published.revision) : null;
		const weight = before && content ? weighAll(differences(before, content)) : null;
		return { ...event, latestRevision, content, weight, isEdit: published !== null };
	});
}
