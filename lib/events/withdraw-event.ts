import { audit } from "@/lib/audit/audit";
import { unpublishEvent } from "@/lib/calendar/publish";
import type { Tx } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { Viewer } from "@/lib/permissions/viewer";
import { listPeopleToTell, type Person } from "./people-to-tell";
import { titleFor } from "./submit-event";
import { transition } from "./transition";

type Group = "members" | "coOrganisers" | "reviewers";

/**
 * Takes an event back, out of the queue and out of the public calendar; its revisions stay and it can be edited again.
 * When it was public, its organisers' other members and the country's reviewers are mailed.
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
	// Whom it concerns is read from what is public of it.
	const concerned = await listConcerned(tx, { eventId, exceptUserId: actor.id, now });
	const published = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
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
	for (const { email, locale, group } of concerned) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "eventWithdrawn",
			props: {
				eventId,
				title: titleFor(published, locale),
				organisation: organisation.name,
				to: group,
			},
		});
	}
	return { eventVersion: version };
}

/** Each person once, as what they are first: one's own members, those of co-organisers, the country's reviewers. */
async function listConcerned(
	tx: Tx,
	about: Omit<Parameters<typeof listPeopleToTell>[1], "groups">,
): Promise<(Person & { group: Group })[]> {
	const concerned = new Map<string, Person & { group: Group }>();
	for (const group of ["members", "coOrganisers", "reviewers"] as const) {
		for (const person of await listPeopleToTell(tx, { ...about, groups: [group] }))
			if (!concerned.has(person.email)) concerned.set(person.email, { ...person, group });
	}
	return [...concerned.values()];
}
