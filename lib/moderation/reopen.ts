import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { unpublishEvent } from "@/lib/calendar/publish";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { copyRevision } from "@/lib/events/copy-revision";
import { newestNumber } from "@/lib/events/newest-number";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { type LockedEvent, transition } from "@/lib/events/transition";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import { countInput } from "@/lib/text/number-input";
import { cleanText } from "@/lib/text/plain";
import { publishAgain } from "./publish-again";
import { MAX_REASON_LENGTH } from "./schema";

export const reopenInput = z.strictObject({
	eventId: z.uuid(),
	eventVersion: countInput("field.number"),
	reason: z
		.string()
		.max(MAX_REASON_LENGTH, "field.tooLong")
		.transform(cleanText)
		.refine((reason) => reason.length >= 3, "field.reason"),
});
export type ReopenInput = z.infer<typeof reopenInput>;

/**
 * Takes the last decision back, as long as nothing followed it: what was submitted waits again, word for word, as a
 * revision of its own, and the public reads what it read before. The decision stays written, with who took it back and
 * why; its organiser is told.
 * @throws DomainError as `transition` does; illegal_transition (something followed, it was taken back already,
 * or a recap is public, which would be lost); frozen
 */
export async function reopen(
	tx: Tx,
	viewer: Viewer,
	{ input: { eventId, eventVersion, reason }, now }: { input: ReopenInput; now: Date },
): Promise<void> {
	const { actor, before } = await transition(tx, viewer, {
		eventId,
		action: "reopen",
		expectedVersion: eventVersion,
		now,
	});
	const decision = await findLast(tx, before);
	await tx.decision.update({
		where: { id: decision.id },
		data: { undoneAt: now, undoneById: actor.id, undoneReason: reason },
		select: { id: true },
	});
	if (decision.kind === "approve")
		await takeBack(tx, { eventId, replacedId: decision.replacedId, actorId: actor.id, now });
	await waitAgain(tx, { eventId, revisionId: decision.revisionId, now });
	const { texts } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: decision.revisionId },
		select: { texts: { select: { locale: true, title: true } } },
	});
	for (const { email, locale } of await listMembersToTell(tx, before.organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "decisionTakenBack",
			props: { eventId, title: titleFor({ texts }, locale), reason },
		});
}

async function findLast(tx: Tx, event: LockedEvent) {
	const decision = await tx.decision.findFirst({
		where: { eventId: event.id },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		select: { id: true, kind: true, revisionId: true, replacedId: true, undoneAt: true },
	});
	if (!decision || decision.undoneAt || decision.revisionId !== event.latestRevisionId)
		throw new DomainError("illegal_transition");
	return decision;
}

async function takeBack(
	tx: Tx,
	{
		eventId,
		replacedId,
		actorId,
		now,
	}: { eventId: string; replacedId: string | null; actorId: string; now: Date },
): Promise<void> {
	if (replacedId === null) {
		// It would go from the public with the event, and no later approval brings it back.
		const recaps = await tx.publishedRecap.count({ where: { eventId } });
		if (recaps > 0) throw new DomainError("illegal_transition");
		await unpublishEvent(tx, { eventId, now });
	} else {
		await requireNotFrozen(tx);
		await publishAgain(tx, { eventId, revisionId: replacedId, now });
	}
	await audit(tx, {
		actorId,
		action: replacedId === null ? "event.unpublished" : "event.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { revisionId: replacedId, isTakenBack: true },
		at: now,
	});
}

/** A revision is decided on once: what waits again is a copy, by the same author. */
async function waitAgain(
	tx: Tx,
	{ eventId, revisionId, now }: { eventId: string; revisionId: string; now: Date },
): Promise<void> {
	const { authorId } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { authorId: true },
	});
	const copy = await copyRevision(tx, revisionId, {
		eventId,
		number: (await newestNumber(tx, eventId)) + 1,
		authorId,
		changes: {},
	});
	await tx.eventRevision.update({
		where: { id: copy },
		data: { submittedAt: now },
		select: { id: true },
	});
	await tx.event.update({
		where: { id: eventId },
		data: { latestRevisionId: copy },
		select: { id: true },
	});
}
