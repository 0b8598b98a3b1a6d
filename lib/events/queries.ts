import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { allowedActions, DECISION_ACTIONS } from "@/lib/lifecycle/lifecycle";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { revisionSelect, toContent } from "./revision";

const publishedSelect = { season: true, slug: true, revisionId: true, publishedAt: true } as const;

const decisionSelect = {
	kind: true,
	reason: true,
	createdAt: true,
	revision: { select: { number: true } },
} satisfies Prisma.DecisionSelect;

/** The viewer's own events, last touched first: for the organiser's desk. At most `limit`, then the next page by `cursor` (an event id). */
export async function listMyEvents(
	viewer: Viewer,
	{ cursor = null, limit = 50 }: { cursor?: string | null; limit?: number } = {},
) {
	if (viewer.kind === "anonymous") return { items: [], nextCursor: null };
	const rows = await db.event.findMany({
		where: { organisationId: { in: viewer.memberships.map((m) => m.organisationId) } },
		orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
		take: limit + 1,
		...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
		select: {
			id: true,
			state: true,
			version: true,
			isDemo: true,
			updatedAt: true,
			organisation: { select: { name: true } },
			latestRevision: { select: revisionSelect },
			published: { select: publishedSelect },
			decisions: { orderBy: { createdAt: "desc" }, take: 1, select: decisionSelect },
		},
	});
	const items = rows.slice(0, limit).map(({ latestRevision, decisions, ...event }) => ({
		...event,
		content: latestRevision ? toContent(latestRevision) : null,
		lastDecision: decisions[0] ?? null,
	}));
	return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * One of the viewer's own events with its open revision, what is public of it, and its decisions, newest first.
 * @throws DomainError not_found when it is not theirs
 */
export async function getMyEvent(viewer: Viewer, eventId: string) {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: {
			id: true,
			state: true,
			version: true,
			isDemo: true,
			organisationId: true,
			country: true,
			submittedAt: true,
			organisation: {
				select: { id: true, name: true, slug: true, isLookAlike: true, verifiedAt: true },
			},
			latestRevision: { select: revisionSelect },
			published: { select: publishedSelect },
			decisions: { orderBy: { createdAt: "desc" }, select: decisionSelect },
		},
	});
	if (!event?.latestRevision || !can(viewer, { action: "event.edit", event }))
		throw new DomainError("not_found");
	const { latestRevision, ...rest } = event;
	const actions = allowedActions(event.state, { isPublished: event.published !== null });
	return {
		...rest,
		content: toContent(latestRevision),
		actions: actions.filter((action) => !(DECISION_ACTIONS as readonly string[]).includes(action)),
	};
}
export type MyEvent = Awaited<ReturnType<typeof getMyEvent>>;
