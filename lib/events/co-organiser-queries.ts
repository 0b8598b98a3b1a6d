import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { alikeTo } from "@/lib/organisations/look-alikes";
import { requireCan, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { nameableBy } from "./nameable";
import { revisionSelect, toContent } from "./revision";

/** Names that look alike are held where one of them is verified, so that there are hardly two. */
const MAX_SAME_NAME = 3;

/** Where an organisation stands with an event: named and not asked yet, asked, or what it has said. */
export type CoOrganiserState = "unasked" | "asked" | "accepted" | "declined";

const organisationSelect = {
	id: true,
	name: true,
	slug: true,
	country: true,
	verifiedAt: true,
	_count: { select: { memberships: { where: { user: { disabledAt: null } } } } },
} satisfies Prisma.OrganisationSelect;

/** An organisation as its name is offered or listed in the form. */
export type NamedOrganisation = {
	id: string;
	name: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	isVerified: boolean;
	/** Somebody of it can answer. */
	hasMembers: boolean;
};

/** The organisations that a revision of the event names, with where each stands, in their order. */
export async function listCoOrganisers(
	viewer: Viewer,
	{ eventId, revisionId }: { eventId: string; revisionId: string },
) {
	const revision = await db.eventRevision.findFirst({
		where: { id: revisionId, event: { AND: [{ id: eventId }, visibleTo(viewer)] } },
		select: {
			coOrganisers: {
				orderBy: { position: "asc" },
				select: {
					organisation: { select: { ...organisationSelect, heldAt: true, isLookAlike: true } },
				},
			},
			event: {
				select: {
					coOrganisers: {
						select: { organisationId: true, answer: true, answeredAt: true, withdrawnAt: true },
					},
				},
			},
		},
	});
	if (!revision) throw new DomainError("not_found");
	const rows = new Map(revision.event.coOrganisers.map((row) => [row.organisationId, row]));
	return revision.coOrganisers.map(({ organisation: { heldAt, isLookAlike, ...organisation } }) => {
		const row = rows.get(organisation.id);
		return {
			...toNamed(organisation),
			state: stateOf(row),
			answeredAt: row?.answeredAt ?? null,
			isHeld: heldAt !== null,
			isLookAlike,
		};
	});
}
export type CoOrganiserLine = Awaited<ReturnType<typeof listCoOrganisers>>[number];

/** Those of the public organisers by these slugs that the event's owner may name, in their order. */
export async function listNameable({
	ownerId,
	slugs,
}: {
	ownerId: string;
	slugs: readonly string[];
}): Promise<NamedOrganisation[]> {
	const rows = await db.organisation.findMany({
		where: { AND: [nameableBy(ownerId), { slug: { in: [...slugs] } }] },
		select: organisationSelect,
	});
	return rows
		.sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
		.map((organisation) => toNamed(organisation));
}

/**
 * Those that are called exactly so, in whatever language, and that the event's owner may name: verified ones are found this
 * way before anything of them is public. Part of a name finds none, so that nobody can go through them.
 */
export async function listNameableByName({
	ownerId,
	name,
}: {
	ownerId: string;
	name: string;
}): Promise<NamedOrganisation[]> {
	const rows = await db.organisation.findMany({
		where: { AND: [nameableBy(ownerId), alikeTo([skeleton(name)])] },
		orderBy: { id: "asc" },
		take: MAX_SAME_NAME,
		select: organisationSelect,
	});
	return rows.map((organisation) => toNamed(organisation));
}

const requestSelect = {
	id: true,
	answer: true,
	withdrawnAt: true,
	requestedAt: true,
	organisation: { select: { id: true, name: true } },
	event: {
		select: {
			id: true,
			state: true,
			organisation: { select: { name: true, slug: true } },
			latestRevision: { select: revisionSelect },
			revisions: {
				where: { submittedAt: { not: null } },
				orderBy: { number: "desc" },
				take: 1,
				select: revisionSelect,
			},
			published: { select: { season: true, slug: true, status: true } },
		},
	},
} satisfies Prisma.CoOrganiserSelect;

type RequestRow = Prisma.CoOrganiserGetPayload<{ select: typeof requestSelect }>;

/**
 * The requests that the viewer's organisations have not answered, and the events that they hold with others; newest first.
 * Nobody is asked any more about an event that is withdrawn or cancelled.
 */
export async function listRequests(viewer: Viewer) {
	if (viewer.kind === "anonymous") return [];
	const rows = await db.coOrganiser.findMany({
		where: {
			organisationId: { in: viewer.memberships.map((m) => m.organisationId) },
			withdrawnAt: null,
			event: { state: { not: "withdrawn" } },
			OR: [
				{
					answer: null,
					event: { OR: [{ published: null }, { published: { status: { not: "cancelled" } } }] },
				},
				{ answer: "accepted" },
			],
		},
		orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
		take: 200,
		select: requestSelect,
	});
	return rows.map(toRequest);
}

/** One request to an organisation of the viewer. @throws DomainError unauthenticated, not_found (another organisation's) */
export async function getRequest(viewer: Viewer, requestId: string) {
	const row = await db.coOrganiser.findUnique({
		where: { id: requestId },
		select: requestSelect,
	});
	if (!row) throw new DomainError("not_found");
	requireCan(viewer, { action: "organisation.answer", organisationId: row.organisation.id });
	return toRequest(row);
}
export type CoOrganiserRequest = Awaited<ReturnType<typeof getRequest>>;

/** Of a draft only its title, day and place show to those who are asked; of what was submitted all of it. */
function toRequest({ event, ...row }: RequestRow) {
	const { latestRevision, revisions, ...rest } = event;
	const submitted = revisions[0] ? toContent(revisions[0]) : null;
	const shown = submitted ?? (latestRevision ? toContent(latestRevision) : null);
	return {
		...row,
		event: rest,
		about: shown && {
			texts: shown.texts.map(({ locale, title }) => ({ locale, title })),
			schedule: shown.schedule,
			cityGeonameId: shown.cityGeonameId,
			cityName: shown.cityName,
			country: shown.country,
			venueName: shown.venueName,
		},
		submitted,
	};
}

function stateOf(
	row: { answer: "accepted" | "declined" | null; withdrawnAt: Date | null } | undefined,
): CoOrganiserState {
	if (!row || row.withdrawnAt !== null) return "unasked";
	return row.answer ?? "asked";
}

function toNamed({
	verifiedAt,
	_count,
	id,
	name,
	country,
}: Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>): NamedOrganisation {
	return { id, name, country, isVerified: verifiedAt !== null, hasMembers: _count.memberships > 0 };
}
