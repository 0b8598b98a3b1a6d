import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { lockEvent } from "@/lib/events/transition";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";

/**
 * Takes an event on, so that two reviewers do not read the same one, or leaves it again. Whoever may decide may take
 * over; nobody is kept from deciding.
 * @throws DomainError unauthenticated, not_found (another territory), own_event, forbidden
 */
export async function takeOn(
	tx: Tx,
	viewer: Viewer,
	{ eventId, isTaken, now }: { eventId: string; isTaken: boolean; now: Date },
): Promise<void> {
	const reviewer = await requireReviewer(tx, viewer, eventId);
	const assigneeId = isTaken ? reviewer.id : null;
	await tx.event.update({ where: { id: eventId }, data: { assigneeId }, select: { id: true } });
	await audit(tx, {
		actorId: reviewer.id,
		action: "event.assigned",
		subjectType: "event",
		subjectId: eventId,
		detail: { assigneeId },
		at: now,
	});
}

/**
 * Writes a note for the other reviewers of an event.
 * @throws DomainError unauthenticated, not_found (another territory), own_event, forbidden
 */
export async function addNote(
	tx: Tx,
	viewer: Viewer,
	{ eventId, text, now }: { eventId: string; text: string; now: Date },
): Promise<{ noteId: string }> {
	const reviewer = await requireReviewer(tx, viewer, eventId);
	const { id: noteId } = await tx.reviewNote.create({
		data: { eventId, authorId: reviewer.id, text, createdAt: now },
		select: { id: true },
	});
	await audit(tx, {
		actorId: reviewer.id,
		action: "event.noted",
		subjectType: "event",
		subjectId: eventId,
		detail: { noteId },
		at: now,
	});
	return { noteId };
}

async function requireReviewer(tx: Tx, viewer: Viewer, eventId: string): Promise<SignedInViewer> {
	requireCan(viewer, { action: "event.decide", event: await lockEvent(tx, eventId) });
	return viewer;
}
