import { audit } from "@/lib/audit/audit";
import { publishRecap, unpublishRecap } from "@/lib/calendar/publish-recap";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { transitionRecap } from "@/lib/events/transition-recap";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import type { ReopenInput } from "./reopen";

/**
 * Takes the last decision on a recap back as `reopen` does that on an event (docs/decisions/0031): what was handed in waits
 * again, word for word, as a version of its own, and the public reads what it read before. `input.eventVersion` is the
 * recap's version.
 * @throws DomainError as `transitionRecap` does; illegal_transition (something followed, or it was taken back already);
 * frozen
 */
export async function reopenRecap(
	tx: Tx,
	viewer: Viewer,
	{ input: { eventId, eventVersion, reason }, now }: { input: ReopenInput; now: Date },
): Promise<void> {
	const { actor, before, event } = await transitionRecap(tx, viewer, {
		eventId,
		action: "reopen",
		expectedVersion: eventVersion,
		now,
	});
	const decision = await findLast(tx, { eventId, latestId: before.latestId });
	await tx.recapDecision.update({
		where: { id: decision.id },
		data: { undoneAt: now, undoneById: actor.id, undoneReason: reason },
		select: { id: true },
	});
	if (decision.kind === "approve")
		await takeBack(tx, { eventId, replacedId: decision.replacedId, actorId: actor.id, now });
	await waitAgain(tx, { eventId, versionId: decision.versionId, now });
	await tellMembers(tx, { eventId, organisationId: event.organisationId, reason });
}

async function findLast(
	tx: Tx,
	{ eventId, latestId }: { eventId: string; latestId: string | null },
) {
	const decision = await tx.recapDecision.findFirst({
		where: { eventId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		select: { id: true, kind: true, versionId: true, replacedId: true, undoneAt: true },
	});
	if (!decision || decision.undoneAt || decision.versionId !== latestId)
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
	if (replacedId === null) await unpublishRecap(tx, { eventId, now });
	else {
		await requireNotFrozen(tx);
		await publishRecap(tx, { eventId, versionId: replacedId, now });
	}
	await audit(tx, {
		actorId,
		action: replacedId === null ? "recap.unpublished" : "recap.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { versionId: replacedId, isTakenBack: true },
		at: now,
	});
}

/** A version is decided on once: what waits again is a copy, by the same author, under the same consents. */
async function waitAgain(
	tx: Tx,
	{ eventId, versionId, now }: { eventId: string; versionId: string; now: Date },
): Promise<void> {
	const { pictures, ...version } = await tx.recapVersion.findUniqueOrThrow({
		where: { id: versionId },
		select: {
			authorId: true,
			attendanceMin: true,
			attendanceMax: true,
			content: true,
			pictures: {
				select: {
					mediaId: true,
					position: true,
					credit: true,
					alt: true,
					consentById: true,
					consentAt: true,
				},
			},
		},
	});
	const newest = await tx.recapVersion.aggregate({ where: { eventId }, _max: { number: true } });
	const copy = await tx.recapVersion.create({
		data: {
			...version,
			content: version.content ?? {},
			eventId,
			number: (newest._max.number ?? 0) + 1,
			createdAt: now,
			pictures: { create: pictures.map((picture) => ({ ...picture, alt: picture.alt ?? {} })) },
		},
		select: { id: true },
	});
	// From here on neither it nor its pictures can change (trigger).
	await tx.recapVersion.update({
		where: { id: copy.id },
		data: { submittedAt: now },
		select: { id: true },
	});
	await tx.recap.update({
		where: { eventId },
		data: { latestId: copy.id },
		select: { eventId: true },
	});
}

async function tellMembers(
	tx: Tx,
	{ eventId, organisationId, reason }: { eventId: string; organisationId: string; reason: string },
): Promise<void> {
	const { latestRevision } = await tx.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { texts: { select: { locale: true, title: true } } } } },
	});
	const texts = latestRevision?.texts ?? [];
	for (const { email, locale } of await listMembersToTell(tx, organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "recapDecisionTakenBack",
			props: { eventId, title: titleFor({ texts }, locale), reason },
		});
}
