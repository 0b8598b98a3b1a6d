import { audit } from "@/lib/audit/audit";
import { unpublishEvent } from "@/lib/calendar/publish";
import { seasonSegment } from "@/lib/calendar/tags";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { transition } from "@/lib/events/transition";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import { publishAgain, publishHiddenRecap } from "./publish-again";

/**
 * Hides a public event at once; its organiser is mailed why, and how to object. Shown again by `restore`, or by the
 * approval of what the organiser submits.
 * @throws DomainError as `transition` does (own_event, conflict, illegal_transition, not_found, forbidden)
 */
export async function takeDown(
	tx: Tx,
	viewer: Viewer,
	{
		input: { eventId, eventVersion, reason },
		now,
	}: { input: { eventId: string; eventVersion: number; reason: string }; now: Date },
): Promise<void> {
	const { actor, before } = await transition(tx, viewer, {
		eventId,
		action: "take_down",
		expectedVersion: eventVersion,
		now,
	});
	const { revisionId, texts, recap } = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			revisionId: true,
			texts: { select: { locale: true, title: true } },
			recap: { select: { versionId: true } },
		},
	});
	await tx.takeDown.create({
		data: {
			eventId,
			revisionId,
			recapVersionId: recap?.versionId ?? null,
			actorId: actor.id,
			reason,
			createdAt: now,
		},
		select: { id: true },
	});
	await unpublishEvent(tx, { eventId, now });
	await audit(tx, {
		actorId: actor.id,
		action: "event.unpublished",
		subjectType: "event",
		subjectId: eventId,
		detail: { revisionId },
		at: now,
	});
	for (const { email, locale } of await listMembersToTell(tx, before.organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "eventTakenDown",
			props: { eventId, title: titleFor({ texts }, locale), reason },
		});
}

/**
 * Shows a hidden event again as it was, with its recap; an edit that its organiser has begun meanwhile stays open.
 * @returns the public address
 * @throws DomainError as `transition` does; organisation_held, frozen
 */
export async function restore(
	tx: Tx,
	viewer: Viewer,
	{ input: { eventId, eventVersion }, now }: RestoreCall,
): Promise<{ path: string }> {
	const { actor, before } = await transition(tx, viewer, {
		eventId,
		action: "restore",
		expectedVersion: eventVersion,
		now,
	});
	const { heldAt } = await lockOrganisation(tx, before.organisationId);
	if (heldAt) throw new DomainError("organisation_held");
	await requireNotFrozen(tx);
	const hidden = await tx.takeDown.findFirstOrThrow({
		where: { eventId, endedAt: null },
		select: { id: true, revisionId: true },
	});
	await tx.takeDown.update({
		where: { id: hidden.id },
		data: { endedAt: now, isRestored: true },
		select: { id: true },
	});
	const { revisionId } = hidden;
	const { season, slug } = await publishAgain(tx, { eventId, revisionId, now });
	await publishHiddenRecap(tx, { eventId, now });
	const path = `/events/${seasonSegment(season)}/${slug}`;
	await audit(tx, {
		actorId: actor.id,
		action: "event.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { revisionId, isRestored: true },
		at: now,
	});
	await tellOfRestoration(tx, { eventId, organisationId: before.organisationId, path });
	return { path };
}
type RestoreCall = { input: { eventId: string; eventVersion: number }; now: Date };

async function tellOfRestoration(
	tx: Tx,
	{ eventId, organisationId, path }: { eventId: string; organisationId: string; path: string },
): Promise<void> {
	const about = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { texts: { select: { locale: true, title: true } } },
	});
	for (const { email, locale } of await listMembersToTell(tx, organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "eventRestored",
			props: { eventId, title: titleFor(about, locale), path },
		});
}
