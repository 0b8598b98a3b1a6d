import type { Tx } from "@/lib/db/client";
import type { CallOffAction } from "@/lib/lifecycle/lifecycle";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { bestText } from "@/lib/text/languages";
import type { Reasons } from "./call-off-event";
import { listPeopleToTell, type Person } from "./people-to-tell";
import { titleFor } from "./submit-event";

/**
 * Mails once to the organisers' other members and to the country's reviewers that public events are off, and why: each
 * person about the first of those that concern them, which names the others.
 */
export async function tellOfCallOff(
	tx: Tx,
	{
		events,
		exceptUserId,
		kind,
		reasons,
		now,
	}: {
		/** The whole first; with the path of the public page, without the language. */
		events: readonly { id: string; path: string }[];
		exceptUserId: string;
		kind: CallOffAction;
		reasons: Reasons;
		now: Date;
	},
): Promise<void> {
	const told = new Map<string, { person: Person; about: About[] }>();
	for (const { id: eventId, path } of events) {
		const people = await listPeopleToTell(tx, {
			eventId,
			exceptUserId,
			now,
			groups: ["members", "coOrganisers", "reviewers"],
		});
		const event = { ...(await aboutEvent(tx, eventId)), eventId, path };
		for (const person of people) {
			const known = told.get(person.email);
			if (known) known.about.push(event);
			else told.set(person.email, { person, about: [event] });
		}
	}
	for (const { person, about } of told.values()) {
		const [event, ...others] = about;
		if (!event) continue;
		const { email, locale } = person;
		await enqueueMail(tx, {
			to: email,
			locale,
			template: kind === "cancel" ? "eventCancelled" : "eventPostponed",
			props: {
				eventId: event.eventId,
				title: titleFor(event, locale),
				organisation: event.organisation,
				path: event.path,
				reason: bestText(reasons, locale)?.text.reason ?? "",
				...(others.length > 0
					? { others: JSON.stringify(others.map((other) => titleFor(other, locale))) }
					: {}),
			},
		});
	}
}

/** Mails once to the members of co-organisers that an approved change of a public event concerns date, place, title or organisers. */
export async function tellCoOrganisers(
	tx: Tx,
	about: { eventId: string; exceptUserId: string; path: string; now: Date },
): Promise<void> {
	const { eventId, exceptUserId, path, now } = about;
	const people = await listPeopleToTell(tx, {
		eventId,
		exceptUserId,
		groups: ["coOrganisers"],
		now,
	});
	const event = await aboutEvent(tx, eventId);
	for (const { email, locale } of people) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "eventChanged",
			props: { eventId, title: titleFor(event, locale), organisation: event.organisation, path },
		});
	}
}

type About = Awaited<ReturnType<typeof aboutEvent>> & { eventId: string; path: string };

async function aboutEvent(tx: Tx, eventId: string) {
	const { texts, event } = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			texts: { select: { locale: true, title: true } },
			event: { select: { organisation: { select: { name: true } } } },
		},
	});
	return { texts, organisation: event.organisation.name };
}
