import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import {
	type EventState,
	nextRecapState,
	REVIEWER_ACTIONS,
	type RecapAction,
} from "@/lib/lifecycle/lifecycle";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { isOver } from "./is-over";
import { requireDecider } from "./require-decider";
import { isOff } from "./status-to-submit";
import { type LockedEvent, lockEvent } from "./transition";

export type LockedRecap = { state: EventState; version: number; latestId: string | null };

/** The others end what was begun before the event was withdrawn or called off. */
const NEED_A_PAST_EVENT: readonly RecapAction[] = ["edit", "submit", "approve"];
const NONE: LockedRecap = { state: "draft", version: 0, latestId: null };

/**
 * The only writer of `Recap.state`: permission on its event, version, lifecycle table, state and audit row, in the
 * caller's transaction. The event's row is held, so of two who act at once one comes second and sees it.
 * @throws DomainError unauthenticated, not_found, forbidden, own_event; conflict (somebody was faster);
 * illegal_transition (also while the event is to come, is off or is not public)
 */
export async function transitionRecap(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		action,
		expectedVersion,
		now,
	}: { eventId: string; action: RecapAction; expectedVersion: number; now: Date },
): Promise<{ actor: SignedInViewer; event: LockedEvent; before: LockedRecap; version: number }> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const event = await lockEvent(tx, eventId);
	const isReviewers = (REVIEWER_ACTIONS as readonly string[]).includes(action);
	if (isReviewers) await requireDecider(tx, viewer, event);
	else requireCan(viewer, { action: "event.edit", event });
	const stored = await tx.recap.findUnique({
		where: { eventId },
		select: { state: true, version: true, latestId: true, latest: { select: { authorId: true } } },
	});
	if (isReviewers && stored)
		requireCan(viewer, {
			action: "event.decide",
			event: { ...event, latestRevision: stored.latest },
		});
	const before = stored ?? NONE;
	if (expectedVersion !== before.version) throw new DomainError("conflict");
	const state = nextRecapState(before.state, action);
	if (state === null || (!stored && action !== "edit")) throw new DomainError("illegal_transition");
	if (NEED_A_PAST_EVENT.includes(action) && !(await hasHappened(tx, eventId, now)))
		throw new DomainError("illegal_transition");
	const version = before.version + 1;
	await tx.recap.upsert({
		where: { eventId },
		create: { eventId, state, version, createdAt: now },
		update: { state, version },
		select: { eventId: true },
	});
	await audit(tx, {
		actorId: viewer.id,
		action: `recap.${action}`,
		subjectType: "event",
		subjectId: eventId,
		detail: { from: before.state, to: state, versionId: before.latestId },
		at: now,
	});
	return { actor: viewer, event, before, version };
}

async function hasHappened(tx: Tx, eventId: string, now: Date): Promise<boolean> {
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { status: true, datePrecision: true, liveUntilUtc: true, sortAt: true },
	});
	return published !== null && !isOff(published.status) && isOver(published, now);
}
