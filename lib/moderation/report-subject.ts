import { type Concerned, concernedBy } from "@/lib/accounts/reviewers";
import { db, type Prisma, type Tx } from "@/lib/db/client";
import { titleFor } from "@/lib/events/submit-event";
import { decisionFacts } from "@/lib/permissions/can";

/** What a visitor reports: a public event, or an organisation that the public knows. */
export type Subject = {
	/** Null where the organisation itself is meant. */
	eventId: string | null;
	/** The organisation, or the event's owner. */
	organisationId: string;
	/** Who is not asked to look at it. */
	concerned: Concerned;
	/** ISO 3166-1 alpha-2: whose reviewers look at it. */
	country: string;
	name: string;
	texts: { locale: string; title: string }[];
};

/** The subject of a report; null where the public does not see it (any more). */
export async function findSubject(
	tx: Tx,
	{ eventId, organisationId }: { eventId?: string; organisationId?: string },
): Promise<Subject | null> {
	if (eventId) return findEvent(tx, eventId);
	return organisationId ? findOrganisation(tx, { id: organisationId }) : null;
}

/** The same by what stands in a link: an event's id, or an organiser's slug. */
export async function findSubjectByAddress(address: {
	event?: string;
	organiser?: string;
}): Promise<Subject | null> {
	if (address.event) return findEvent(db, address.event);
	return address.organiser ? findOrganisation(db, { slug: address.organiser }) : null;
}

/** What it is called, in the reader's language where it has a name there. */
export function titleOfSubject({ name, texts }: Subject, locale: string): string {
	return titleFor({ texts }, locale) || name;
}

async function findEvent(tx: Tx, eventId: string): Promise<Subject | null> {
	const event = await tx.event.findUnique({
		where: { id: eventId, published: { isNot: null } },
		select: {
			id: true,
			...decisionFacts,
			organisation: { select: { name: true } },
			published: { select: { country: true, texts: { select: { locale: true, title: true } } } },
		},
	});
	if (!event?.published) return null;
	return {
		eventId: event.id,
		organisationId: event.organisationId,
		concerned: concernedBy(event),
		country: event.country ?? event.published.country,
		name: event.organisation.name,
		texts: event.published.texts,
	};
}

/** As the organisers' pages have it: those of listed events, and the official missions (lib/calendar/organisers). */
const IS_PUBLIC = {
	OR: [
		{ published: { some: { event: { visibility: "public" } } } },
		{ importKey: { startsWith: "mission:" }, isOperating: true },
	],
} satisfies Prisma.OrganisationWhereInput;

async function findOrganisation(
	tx: Tx,
	where: { id: string } | { slug: string },
): Promise<Subject | null> {
	const organisation = await tx.organisation.findUnique({
		where: { ...where, ...IS_PUBLIC },
		select: { id: true, country: true, name: true },
	});
	if (!organisation) return null;
	const { id, country, name } = organisation;
	return {
		eventId: null,
		organisationId: id,
		concerned: { organisationIds: [id] },
		country,
		name,
		texts: [],
	};
}
