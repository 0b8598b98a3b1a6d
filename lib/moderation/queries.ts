import { readWaiting } from "@/lib/calendar/publish-profile";
import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import {
	type RevisionContent,
	type RevisionRow,
	revisionSelect,
	toContent,
} from "@/lib/events/revision";
import { alikeTo } from "@/lib/organisations/look-alikes";
import type { OrganisationKind } from "@/lib/organisations/schema";
import { can, requireCan, reviewableBy } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { differences } from "./differences";
import { weigh, weighAll } from "./weigh";

/** Kinds of which a country has few, so that a second one deserves a look. */
const OFFICIAL_KINDS: readonly OrganisationKind[] = ["embassy", "consulate"];

/** "published": by trust, picked to be looked at, and nobody has yet. */
export type QueueFilter = "waiting" | "decided" | "published";

const PICKED = {
	some: { isSampled: true, lookedAt: null },
} satisfies Prisma.DecisionListRelationFilter;

function whereOf(filter: QueueFilter): Prisma.EventWhereInput {
	if (filter === "waiting") return { state: "submitted" };
	if (filter === "published") return { decisions: PICKED };
	return { decisions: { some: {} }, state: { not: "submitted" } };
}

const submittedSelect = {
	latestRevision: { select: revisionSelect },
	revisions: {
		where: { submittedAt: { not: null } },
		orderBy: { number: "desc" },
		take: 2,
		select: revisionSelect,
	},
} satisfies Prisma.EventSelect;

/**
 * What was last submitted, never the organiser's open draft. After an edit was rejected and thrown away that is the
 * public revision, to which the event went back, and not the one with the highest number.
 */
function submittedContent(event: {
	latestRevision: RevisionRow | null;
	revisions: RevisionRow[];
}): RevisionContent | null {
	const { latestRevision, revisions } = event;
	const row = latestRevision?.submittedAt ? latestRevision : revisions[0];
	return row ? toContent(row) : null;
}

/**
 * Submissions that the viewer may review, the longest waiting first ("decided": the latest decision first).
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listQueue(
	viewer: Viewer,
	{
		filter = "waiting",
		country = null,
		cursor = null,
		limit = 50,
	}: { filter?: QueueFilter; country?: string | null; cursor?: string | null; limit?: number } = {},
) {
	requireCan(viewer, { action: "queue.read" });
	const isWaiting = filter === "waiting";
	const rows = await db.event.findMany({
		where: {
			AND: [reviewableBy(viewer), whereOf(filter), country ? { country } : {}],
		},
		orderBy: isWaiting
			? [{ submittedAt: "asc" }, { id: "asc" }]
			: [{ updatedAt: "desc" }, { id: "desc" }],
		take: limit + 1,
		...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
		select: {
			id: true,
			state: true,
			version: true,
			submittedAt: true,
			country: true,
			organisationId: true,
			isDemo: true,
			organisation: { select: { name: true, kind: true, isLookAlike: true, verifiedAt: true } },
			...submittedSelect,
			published: { select: { revision: { select: revisionSelect } } },
			decisions: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
		},
	});
	const items = rows
		.slice(0, limit)
		.map(({ revisions, latestRevision, decisions, published, ...event }) => {
			const content = submittedContent({ revisions, latestRevision });
			const publicContent = published ? toContent(published.revision) : null;
			return {
				...event,
				decidedAt: decisions[0]?.createdAt ?? null,
				content,
				isEdit: published !== null,
				/** Of a change of what is public; null for a new event. */
				weight: publicContent && content ? weighAll(differences(publicContent, content)) : null,
				mayDecide: can(viewer, { action: "event.decide", event }),
			};
		});
	return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many submissions wait for the viewer. */
export async function countWaiting(viewer: Viewer): Promise<number> {
	return db.event.count({ where: { AND: [reviewableBy(viewer), { state: "submitted" }] } });
}

/** How many publications by trust wait to be looked at by the viewer. */
export async function countToLookAt(viewer: Viewer): Promise<number> {
	return db.event.count({ where: { AND: [reviewableBy(viewer), { decisions: PICKED }] } });
}

/**
 * One submission as a reviewer sees it: the last submitted revision (never the organiser's open draft), what changed
 * against the public one (`base`; else against the version that was sent back) field by field, and every earlier decision.
 * @throws DomainError unauthenticated, forbidden, not_found (another territory, or never submitted)
 */
export async function getSubmission(viewer: Viewer, eventId: string) {
	requireCan(viewer, { action: "queue.read" });
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, reviewableBy(viewer)] },
		select: {
			id: true,
			state: true,
			version: true,
			submittedAt: true,
			country: true,
			organisationId: true,
			isDemo: true,
			organisation: {
				select: {
					name: true,
					slug: true,
					kind: true,
					country: true,
					website: true,
					isLookAlike: true,
					heldAt: true,
					waiting: true,
					verifiedAt: true,
					createdAt: true,
					nameSkeleton: true,
					texts: { select: { nameSkeleton: true } },
				},
			},
			...submittedSelect,
			published: { select: { season: true, slug: true, revision: { select: revisionSelect } } },
			decisions: {
				orderBy: { createdAt: "desc" },
				select: {
					kind: true,
					reason: true,
					createdAt: true,
					actorId: true,
					isByTrust: true,
					isSampled: true,
					lookedAt: true,
					revision: { select: { number: true } },
				},
			},
		},
	});
	const content = event && submittedContent(event);
	if (!event || !content) throw new DomainError("not_found");
	const { revisions: _, latestRevision: __, published, ...rest } = event;
	const publicContent = published ? toContent(published.revision) : null;
	const earlier = event.revisions.find(({ number }) => number < content.number);
	const previous = earlier ? toContent(earlier) : null;
	const profile = readWaiting(event.organisation.waiting);
	return {
		...rest,
		profile: profile && isBefore(profile.savedAt, event.submittedAt) ? profile : null,
		content,
		published:
			published && publicContent
				? { season: published.season, slug: published.slug, content: publicContent }
				: null,
		base: publicContent ? ("public" as const) : previous ? ("previous" as const) : null,
		differences: differences(publicContent ?? previous, content).map((difference) => ({
			...difference,
			weight: weigh(difference),
		})),
		lookAlikes: event.organisation.isLookAlike ? await listLookAlikes(event.organisation) : [],
		similar: event.organisation.verifiedAt ? [] : await listSimilar(event.organisation),
		mayLookAt:
			event.decisions.some(({ isSampled, lookedAt }) => isSampled && lookedAt === null) &&
			can(viewer, { action: "event.decide", event }),
		mayDecide: event.state === "submitted" && can(viewer, { action: "event.decide", event }),
		isOwn: !can(viewer, { action: "event.decide", event }),
		approvedBefore: await countApproved(event.organisationId),
	};
}
export type Submission = Awaited<ReturnType<typeof getSubmission>>;

/** An approval publishes only what the reviewer can have read here (lib/calendar/publish-profile). */
function isBefore(savedAt: string, submittedAt: Date | null): boolean {
	return submittedAt !== null && new Date(savedAt) <= submittedAt;
}

/** Missions and ministries that state the same kind and country: names in two languages have no common skeleton. */
async function listSimilar({
	kind,
	country,
	slug,
}: {
	kind: OrganisationKind;
	country: string;
	slug: string;
}) {
	if (!OFFICIAL_KINDS.includes(kind)) return [];
	return db.organisation.findMany({
		where: { kind, country, slug: { not: slug } },
		orderBy: { createdAt: "asc" },
		take: 5,
		select: { name: true, slug: true, country: true },
	});
}

async function listLookAlikes({
	nameSkeleton,
	texts,
	waiting,
	slug,
}: {
	nameSkeleton: string;
	texts: { nameSkeleton: string }[];
	waiting: unknown;
	slug: string;
}) {
	const profile = readWaiting(waiting);
	const wanted = profile ? [profile.name, ...profile.texts.map(({ name }) => name)] : [];
	const skeletons = [
		nameSkeleton,
		...texts.map((text) => text.nameSkeleton),
		...wanted.map(skeleton),
	];
	return db.organisation.findMany({
		where: {
			AND: [alikeTo(skeletons), { slug: { not: slug } }],
		},
		orderBy: { createdAt: "asc" },
		take: 5,
		select: { name: true, slug: true, country: true, verifiedAt: true },
	});
}

async function countApproved(organisationId: string): Promise<number> {
	return db.publishedOrganiser.count({ where: { organisationId } });
}
