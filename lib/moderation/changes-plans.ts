import type { Tx } from "@/lib/db/client";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { differences } from "./differences";
import { weighAll } from "./weigh";

/** Whether a revision says of what is public something else that people plan by. */
export async function changesPlans(
	tx: Tx,
	{ eventId, revisionId }: { eventId: string; revisionId: string },
): Promise<boolean> {
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { revision: { select: revisionSelect } },
	});
	if (!published) return false;
	const revision = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: revisionSelect,
	});
	const changes = differences(toContent(published.revision), toContent(revision));
	return weighAll(changes) === "important";
}

/** What people plan by is wrong in public until it is decided on: it comes before other changes. */
export async function noteImportantChange(tx: Tx, eventId: string): Promise<void> {
	const { latestRevisionId: revisionId } = await tx.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevisionId: true },
	});
	if (revisionId === null || !(await changesPlans(tx, { eventId, revisionId }))) return;
	await tx.event.update({
		where: { id: eventId },
		data: { waitingAs: "important_change" },
		select: { id: true },
	});
}
