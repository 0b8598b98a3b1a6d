import type { Tx } from "@/lib/db/client";
import type { Viewer } from "@/lib/permissions/viewer";
import { followNaming } from "./ask-co-organisers";
import { transition } from "./transition";

/**
 * Throws an edit away that is not public yet; the event is again what the public sees.
 * An open draft is deleted, a submitted revision stays in the history.
 * @throws DomainError as `transition` does
 */
export async function discardDraft(
	tx: Tx,
	viewer: Viewer,
	{ eventId, eventVersion, now }: { eventId: string; eventVersion: number; now: Date },
): Promise<{ eventVersion: number }> {
	const { version, before, actor } = await transition(tx, viewer, {
		eventId,
		action: "discard",
		expectedVersion: eventVersion,
		now,
	});
	const published = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { revisionId: true, country: true },
	});
	await tx.event.update({
		where: { id: eventId },
		data: { latestRevisionId: published.revisionId, country: published.country },
		select: { id: true },
	});
	await tx.eventRevision.deleteMany({ where: { eventId, submittedAt: null } });
	const { revisionId } = published;
	await followNaming(tx, { event: before, revisionId, actorId: actor.id, mayAsk: false, now });
	return { eventVersion: version };
}
