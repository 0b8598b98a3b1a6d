import type { Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isMemberOf, isReviewer, type SignedInViewer, type Viewer } from "./viewer";

/** What the rules need to know of an event. */
export type EventFacts = {
	organisationId: string;
	/** ISO 3166-1 alpha-2 of what was last submitted; an open draft that names another country moves nothing yet. */
	country: string | null;
	/** Null while it was never submitted: then it is nobody's but the organiser's. */
	submittedAt: Date | null;
};

/** What they need to know besides where somebody decides. */
export type DecisionFacts = EventFacts & {
	/** Those that stand as organisers beside the owner. */
	coOrganisers: readonly { organisationId: string }[];
	/** Who typed what was handed in last. */
	latestRevision: { authorId: string } | null;
};

/** Reads what `event.decide` needs to know. */
export const decisionFacts = {
	organisationId: true,
	country: true,
	submittedAt: true,
	coOrganisers: {
		where: { answer: "accepted", withdrawnAt: null },
		select: { organisationId: true },
	},
	latestRevision: { select: { authorId: true } },
} satisfies Prisma.EventSelect;

/** What the rules need to know of an organisation. */
export type OrganisationFacts = { id: string /** ISO 3166-1 alpha-2. */; country: string };

export type Question =
	| { action: "organisation.create" }
	| { action: "organisation.claim" }
	| { action: "organisation.read"; organisationId: string }
	| { action: "organisation.edit"; organisationId: string }
	| { action: "organisation.review"; organisation: OrganisationFacts }
	| { action: "organisation.vouch"; organisation: OrganisationFacts }
	| { action: "organisation.decide"; organisation: OrganisationFacts }
	| { action: "organisation.answer"; organisationId: string }
	| { action: "domains.edit" }
	| { action: "switches.turn" }
	| { action: "factors.list" }
	| { action: "factors.reset"; userId: string }
	| { action: "territories.edit" }
	| { action: "people.read" }
	| { action: "people.edit"; userId: string }
	| { action: "audit.read" }
	| { action: "silence.edit" }
	| { action: "seasons.edit" }
	| { action: "blocklist.edit" }
	| { action: "event.create"; organisationId: string }
	| { action: "events.export"; organisationId: string }
	| { action: "events.import"; organisationId: string }
	| { action: "event.read"; event: EventFacts }
	| { action: "event.edit"; event: EventFacts }
	| { action: "event.decide"; event: DecisionFacts }
	| { action: "event.reports"; event: DecisionFacts }
	| { action: "organisation.reports"; organisation: OrganisationFacts }
	| { action: "queue.read" }
	| { action: "figures.read" };

/** Every access rule in one place; `visibleTo` is the same rule for `event.read` as a where clause. */
export function can(viewer: Viewer, question: Question): boolean {
	if (viewer.kind === "anonymous") return false;
	switch (question.action) {
		case "organisation.create":
		case "organisation.claim":
			return true;
		case "organisation.read":
		case "organisation.answer":
			return isMemberOf(viewer, question.organisationId);
		case "organisation.edit":
			return viewer.memberships.some(
				(m) => m.organisationId === question.organisationId && m.role === "owner",
			);
		case "organisation.review":
			return looksAfter(viewer, question.organisation);
		case "organisation.vouch":
		case "organisation.reports":
			return (
				!isMemberOf(viewer, question.organisation.id) && looksAfter(viewer, question.organisation)
			);
		case "organisation.decide":
			return viewer.isAdmin && !isMemberOf(viewer, question.organisation.id);
		case "domains.edit":
		case "switches.turn":
		case "factors.list":
		case "territories.edit":
		case "people.read":
		case "audit.read":
		case "silence.edit":
		case "seasons.edit":
		case "blocklist.edit":
			return viewer.isAdmin;
		case "people.edit":
		case "factors.reset":
			return viewer.isAdmin && question.userId !== viewer.id;
		case "event.create":
		case "events.export":
		case "events.import":
			return isMemberOf(viewer, question.organisationId);
		case "event.read":
			return isMemberOf(viewer, question.event.organisationId) || reviews(viewer, question.event);
		case "event.edit":
			return isMemberOf(viewer, question.event.organisationId);
		case "event.decide":
		case "event.reports":
			return !isOwn(viewer, question.event) && reviews(viewer, question.event);
		case "queue.read":
		case "figures.read":
			return isReviewer(viewer);
	}
}

/**
 * Refuses what `can` denies; whoever may do something is signed in.
 * @throws DomainError unauthenticated (nobody signed in), own_event (a reviewer's own organisation),
 * not_found (what the viewer may not even see), forbidden (the rest).
 */
export function requireCan(viewer: Viewer, question: Question): asserts viewer is SignedInViewer {
	if (can(viewer, question)) return;
	if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
	if (question.action === "organisation.edit" && !isMemberOf(viewer, question.organisationId))
		throw new DomainError("not_found");
	if (question.action === "organisation.read" || question.action === "organisation.answer")
		throw new DomainError("not_found");
	if ("organisation" in question) throw refusalOfOrganisation(viewer, question.organisation);
	if (!("event" in question)) throw new DomainError("forbidden");
	if (!can(viewer, { action: "event.read", event: question.event }))
		throw new DomainError("not_found");
	const isTheirs = question.action === "event.decide" && isOwn(viewer, question.event);
	throw new DomainError(isTheirs && reviews(viewer, question.event) ? "own_event" : "forbidden");
}

function refusalOfOrganisation(
	viewer: SignedInViewer,
	organisation: OrganisationFacts,
): DomainError {
	if (!looksAfter(viewer, organisation)) return new DomainError("not_found");
	return new DomainError(isMemberOf(viewer, organisation.id) ? "own_organisation" : "forbidden");
}

/** The events that the viewer may read, as a where clause; nobody signed in sees none here (the public reads PublishedEvent). */
export function visibleTo(viewer: Viewer): Prisma.EventWhereInput {
	if (viewer.kind === "anonymous") return { id: { in: [] } };
	const own = { organisationId: { in: viewer.memberships.map((m) => m.organisationId) } };
	return { OR: [own, reviewableBy(viewer)] };
}

/** The submitted events of the viewer's countries (all countries for admins), as a where clause. */
export function reviewableBy(viewer: Viewer): Prisma.EventWhereInput {
	if (!isReviewer(viewer)) return { id: { in: [] } };
	const everSubmitted = { submittedAt: { not: null } };
	return viewer.isAdmin ? everSubmitted : { ...everSubmitted, country: { in: viewer.countries } };
}

/** The events on which the person never decides, as a where clause: of their organisations, be it beside others, or by their hand. */
export function ownOf(person: { id: string; organisationIds: string[] }): Prisma.EventWhereInput {
	const { id, organisationIds } = person;
	const accepted = { answer: "accepted", withdrawnAt: null } as const;
	return {
		OR: [
			{ latestRevision: { authorId: id } },
			...(organisationIds.length === 0
				? []
				: [
						{ organisationId: { in: organisationIds } },
						{ coOrganisers: { some: { ...accepted, organisationId: { in: organisationIds } } } },
					]),
		],
	};
}

/** The others, on which a reviewer of the country may decide. */
export function notOwn(viewer: Viewer): Prisma.EventWhereInput {
	if (viewer.kind === "anonymous") return { id: { in: [] } };
	const organisationIds = viewer.memberships.map((m) => m.organisationId);
	return { NOT: ownOf({ id: viewer.id, organisationIds }) };
}

/** The countries (ISO 3166-1 alpha-2) that the viewer reviews and whose figures they read; null: all. */
export function countriesReviewedBy(viewer: Viewer): readonly string[] | null {
	if (!isReviewer(viewer)) return [];
	return viewer.isAdmin ? null : viewer.countries;
}

/** The organisations of the viewer's countries (all for admins), as a where clause: `organisation.review`. */
export function organisationsReviewedBy(viewer: Viewer): Prisma.OrganisationWhereInput {
	if (!isReviewer(viewer)) return { id: { in: [] } };
	return viewer.isAdmin ? {} : { country: { in: viewer.countries } };
}

/**
 * The cases of reports that the viewer may handle, as a where clause (`event.reports`, `organisation.reports`): those of
 * their countries, but never of their own organisations, where they might know the reporter.
 */
export function reportsHandledBy(viewer: Viewer): Prisma.ReportCaseWhereInput {
	if (!isReviewer(viewer)) return { id: { in: [] } };
	const own = viewer.memberships.map((m) => m.organisationId);
	return {
		OR: [
			{ event: { AND: [reviewableBy(viewer), notOwn(viewer)] } },
			{ organisation: { AND: [organisationsReviewedBy(viewer), { id: { notIn: own } }] } },
		],
	};
}

/** Whether the event is the person's own matter: of their organisation, be it beside others, or by their hand. */
export function isOwn(viewer: SignedInViewer, event: DecisionFacts): boolean {
	const organisers = [event, ...event.coOrganisers];
	return (
		organisers.some(({ organisationId }) => isMemberOf(viewer, organisationId)) ||
		event.latestRevision?.authorId === viewer.id
	);
}

function looksAfter(viewer: SignedInViewer, { country }: OrganisationFacts): boolean {
	return viewer.isAdmin || viewer.countries.includes(country);
}

function reviews(viewer: Viewer, event: EventFacts): boolean {
	if (!isReviewer(viewer) || event.submittedAt === null) return false;
	return viewer.isAdmin || (event.country !== null && viewer.countries.includes(event.country));
}
