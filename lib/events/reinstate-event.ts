import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";
import { copyRevision } from "./copy-revision";
import { newestNumber } from "./newest-number";
import { transition } from "./transition";

/**
 * Begins a draft that says that a cancelled or postponed event takes place after all; the public reads it once a reviewer
 * has approved it. An open draft is kept and says so from now on.
 * @throws DomainError as `transition` does; illegal_transition also where the public event is not off
 */
export async function reinstateEvent(
	tx: Tx,
	viewer: Viewer,
	{ eventId, eventVersion, now }: { eventId: string; eventVersion: number; now: Date },
): Promise<{ eventVersion: number }> {
	const { actor, before, version } = await transition(tx, viewer, {
		eventId,
		action: "edit",
		expectedVersion: eventVersion,
		now,
	});
	const isOff = before.publicStatus === "cancelled" || before.publicStatus === "postponed";
	if (!isOff || before.latestRevisionId === null) throw new DomainError("illegal_transition");
	const changes = { status: "scheduled", statusReason: null } as const;
	const latest = await tx.eventRevision.findUniqueOrThrow({
		where: { id: before.latestRevisionId },
		select: { id: true, submittedAt: true },
	});
	const draftId =
		latest.submittedAt === null
			? latest.id
			: await copyRevision(tx, latest.id, {
					eventId,
					number: (await newestNumber(tx, eventId)) + 1,
					authorId: actor.id,
					changes,
				});
	await tx.eventRevision.update({ where: { id: draftId }, data: changes, select: { id: true } });
	await tx.eventText.updateMany({ where: { revisionId: draftId }, data: { statusReason: null } });
	await tx.event.update({
		where: { id: eventId },
		data: { latestRevisionId: draftId },
		select: { id: true },
	});
	return { eventVersion: version };
}
