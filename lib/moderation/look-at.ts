import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { lockEvent } from "@/lib/events/transition";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";

/**
 * Notes that a reviewer has looked at what was published by trust: an event, or its recap.
 * @throws DomainError unauthenticated, not_found (another territory, or nothing to look at), own_event, forbidden
 */
export async function lookAt(
	tx: Tx,
	viewer: Viewer,
	{ eventId, what, now }: { eventId: string; what: "event" | "recap"; now: Date },
): Promise<void> {
	const event = await lockEvent(tx, eventId);
	requireCan(viewer, { action: "event.decide", event });
	const where = { eventId, isSampled: true, lookedAt: null, undoneAt: null };
	const { count } =
		what === "event"
			? await tx.decision.updateMany({ where, data: { lookedAt: now } })
			: await tx.recapDecision.updateMany({ where, data: { lookedAt: now } });
	if (count === 0) throw new DomainError("not_found");
	await audit(tx, {
		actorId: viewer.id,
		action: `${what}.looked_at`,
		subjectType: "event",
		subjectId: eventId,
		at: now,
	});
}
