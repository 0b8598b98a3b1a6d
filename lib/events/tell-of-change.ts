import type { Tx } from "@/lib/db/client";
import type { CallOffAction } from "@/lib/lifecycle/lifecycle";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { bestText } from "@/lib/text/languages";
import type { Reasons } from "./call-off-event";
import { listPeopleToTell } from "./people-to-tell";
import { titleFor } from "./submit-event";

/** Mails once to the organisers' other members and to the country's reviewers that a public event is off, and why. */
export async function tellOfCallOff(
	tx: Tx,
	{
		eventId,
		exceptUserId,
		kind,
		reasons,
		path,
		now,
	}: {
		eventId: string;
		exceptUserId: string;
		kind: CallOffAction;
		reasons: Reasons;
		/** Of the public page, without the language. */
		path: string;
		now: Date;
	},
): Promise<void> {
	const people = await listPeopleToTell(tx, {
		eventId,
		exceptUserId,
		now,
		groups: ["members", "coOrganisers", "reviewers"],
	});
	const event = await aboutEvent(tx, eventId);
	for (const { email, locale } of people) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: kind === "cancel" ? "eventCancelled" : "eventPostponed",
			props: {
				eventId,
				title: titleFor(event, locale),
				organisation: event.organisation,
				path,
				reason: bestText(reasons, locale)?.text.reason ?? "",
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
