import { concernedBy, listReviewersOf } from "@/lib/accounts/reviewers";
import { audit } from "@/lib/audit/audit";
import { unpublishEvent } from "@/lib/calendar/publish";
import type { Tx } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { Viewer } from "@/lib/permissions/viewer";
import { titleFor } from "./submit-event";
import { transition } from "./transition";

/**
 * Takes an event back, out of the queue and out of the public calendar; its revisions stay and it can be edited again.
 * @throws DomainError as `transition` does
 */
export async function withdrawEvent(
	tx: Tx,
	viewer: Viewer,
	{ eventId, eventVersion, now }: { eventId: string; eventVersion: number; now: Date },
): Promise<{ eventVersion: number }> {
	const { actor, before, version } = await transition(tx, viewer, {
		eventId,
		action: "withdraw",
		expectedVersion: eventVersion,
		now,
	});
	if (!before.isPublished) return { eventVersion: version };
	const published = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			country: true,
			texts: { select: { locale: true, title: true } },
		},
	});
	await unpublishEvent(tx, { eventId, now });
	await audit(tx, {
		actorId: actor.id,
		action: "event.unpublished",
		subjectType: "event",
		subjectId: eventId,
		at: now,
	});
	const organisation = await tx.organisation.findUniqueOrThrow({
		where: { id: before.organisationId },
		select: { name: true },
	});
	const reviewers = await listReviewersOf(tx, {
		country: published.country,
		except: concernedBy(before),
		now,
	});
	for (const reviewer of reviewers) {
		await enqueueMail(tx, {
			to: reviewer.email,
			locale: reviewer.locale,
			template: "eventWithdrawn",
			props: {
				eventId,
				title: titleFor(published, reviewer.locale),
				organisation: organisation.name,
			},
		});
	}
	return { eventVersion: version };
}
