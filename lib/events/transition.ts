import { type AuditAction, audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import {
	type EventAction,
	type EventState,
	type EventStatus,
	nextState,
	REVIEWER_ACTIONS,
} from "@/lib/lifecycle/lifecycle";
import { type DecisionFacts, decisionFacts, requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { requireDecider } from "./require-decider";

export type LockedEvent = DecisionFacts & {
	id: string;
	state: EventState;
	version: number;
	latestRevisionId: string | null;
	isPublished: boolean;
	/** Of the public version; "scheduled" while there is none. */
	publicStatus: EventStatus;
	/** A reviewer has hidden it, and it has not come back since. */
	isTakenDown: boolean;
};

/**
 * Holds the event's row until the end of the transaction, so that of two who act at once one comes second and sees it.
 * @throws DomainError not_found
 */
export async function lockEvent(tx: Tx, eventId: string): Promise<LockedEvent> {
	await tx.$queryRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId}::uuid FOR UPDATE`;
	const event = await tx.event.findUnique({
		where: { id: eventId },
		select: {
			id: true,
			state: true,
			version: true,
			...decisionFacts,
			latestRevisionId: true,
			published: { select: { status: true } },
			takeDowns: { where: { endedAt: null }, take: 1, select: { id: true } },
		},
	});
	if (!event) throw new DomainError("not_found");
	const { published, takeDowns, ...facts } = event;
	return {
		...facts,
		isPublished: published !== null,
		publicStatus: published?.status ?? "scheduled",
		isTakenDown: takeDowns.length > 0,
	};
}

/**
 * The only writer of `Event.state`: permission, version, lifecycle table, state and audit row, in the caller's transaction.
 * @param expectedVersion the version that the person saw; null where any will do (autosave)
 * @throws DomainError unauthenticated, not_found, forbidden, own_event; conflict (somebody was faster); illegal_transition
 */
export async function transition(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		action,
		expectedVersion,
		now,
	}: { eventId: string; action: EventAction; expectedVersion: number | null; now: Date },
): Promise<{ actor: SignedInViewer; before: LockedEvent; state: EventState; version: number }> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const before = await lockEvent(tx, eventId);
	const isReviewers = (REVIEWER_ACTIONS as readonly string[]).includes(action);
	if (isReviewers) await requireDecider(tx, viewer, before);
	else requireCan(viewer, { action: "event.edit", event: before });
	if (expectedVersion !== null && expectedVersion !== before.version)
		throw new DomainError("conflict");
	const state = nextState(before.state, action, before);
	if (state === null) throw new DomainError("illegal_transition");
	const version = before.version + 1;
	await tx.event.update({ where: { id: eventId }, data: { state, version }, select: { id: true } });
	// What an approval or its organiser replaces or takes back must not come back by itself.
	if (before.isTakenDown && (action === "approve" || action === "withdraw"))
		await tx.takeDown.updateMany({ where: { eventId, endedAt: null }, data: { endedAt: now } });
	const auditAction: AuditAction = `event.${action}`;
	await audit(tx, {
		actorId: viewer.id,
		action: auditAction,
		subjectType: "event",
		subjectId: eventId,
		detail: { from: before.state, to: state, revisionId: before.latestRevisionId },
		at: now,
	});
	return { actor: viewer, before, state, version };
}
