import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { lockEvent } from "@/lib/events/transition";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";

/**
 * Notes that a reviewer has looked at a recap that was published by trust.
 * @throws DomainError unauthenticated, not_found (another territory, or nothing to look at), own_event, forbidden
 */
export async function lookAtRecap(
	tx: Tx,
	viewer: Viewer,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	const event = await lockEvent(tx, eventId);
	requireCan(viewer, { action: "event.decide", event });
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const { count } = await tx.recapDecision.updateMany({
		where: { eventId, isSampled: true, lookedAt: null },
		data: { lookedAt: now },
	});
	if (count === 0) throw new DomainError("not_found");
	await audit(tx, {
		actorId: viewer.id,
		action: "recap.looked_at",
		subjectType: "event",
		subjectId: eventId,
		at: now,
	});
}
