import { concernedBy, listReviewersOf } from "@/lib/accounts/reviewers";
import type { Tx } from "@/lib/db/client";
import { decisionFacts } from "@/lib/permissions/can";

/** Somebody to mail, in their language. */
export type Person = { email: string; locale: string };

/**
 * Who is told when something happens to a public event that people plan by: its cancellation, its postponement, another
 * date, place, title or organiser. Each person once, whatever they are to it. This is the one place that knows them;
 * those who registered to attend and those who subscribed belong here as soon as there are such.
 */
export async function listPeopleToTell(
	tx: Tx,
	{
		eventId,
		exceptUserId,
		groups,
		now,
	}: {
		eventId: string;
		/** Who did it knows. */
		exceptUserId: string;
		groups: readonly ("members" | "coOrganisers" | "reviewers")[];
		now: Date;
	},
): Promise<Person[]> {
	const event = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			country: true,
			event: { select: decisionFacts },
			organisers: { select: { organisationId: true } },
		},
	});
	const owner = event.event.organisationId;
	const organisations = [
		...(groups.includes("members") ? [owner] : []),
		...(groups.includes("coOrganisers")
			? event.organisers.map(({ organisationId }) => organisationId).filter((id) => id !== owner)
			: []),
	];
	const members = await tx.user.findMany({
		where: {
			disabledAt: null,
			id: { not: exceptUserId },
			memberships: { some: { organisationId: { in: organisations } } },
		},
		orderBy: { id: "asc" },
		select: { email: true, locale: true },
	});
	const reviewers = groups.includes("reviewers")
		? await listReviewersOf(tx, { country: event.country, except: concernedBy(event.event), now })
		: [];
	const byAddress = new Map([...reviewers, ...members].map((person) => [person.email, person]));
	return [...byAddress.values()];
}

/** The members of an organisation who can act, to be mailed about what is theirs. */
export function listMembersToTell(tx: Tx, organisationId: string): Promise<Person[]> {
	return tx.user.findMany({
		where: { disabledAt: null, memberships: { some: { organisationId } } },
		orderBy: { id: "asc" },
		select: { email: true, locale: true },
	});
}
