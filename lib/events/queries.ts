import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { allowedActions, REVIEWER_ACTIONS } from "@/lib/lifecycle/lifecycle";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { planRepeat } from "./plan-repeat";
import { listRelatives, type Relative } from "./relatives";
import { revisionSelect, toContent } from "./revision";

const publishedSelect = {
	season: true,
	slug: true,
	revisionId: true,
	publishedAt: true,
	status: true,
} as const;

const decisionSelect = {
	kind: true,
	reason: true,
	createdAt: true,
	undoneAt: true,
	undoneReason: true,
	revision: { select: { number: true } },
} satisfies Prisma.DecisionSelect;

const daySelect = {
	datePrecision: true,
	year: true,
	startDate: true,
	endDate: true,
	timezone: true,
} as const;

/** The viewer's own events, last touched first: for the organiser's desk. At most `limit`, then the next page by `cursor` (an event id). */
export async function listMyEvents(
	viewer: Viewer,
	{
		cursor = null,
		limit = 50,
		now = new Date(),
	}: { cursor?: string | null; limit?: number; now?: Date } = {},
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
			published: { select: { ...publishedSelect, ...daySelect } },
			decisions: { orderBy: { createdAt: "desc" }, take: 1, select: decisionSelect },
		},
	});
	const shown = rows.slice(0, limit);
	const relatives = await listRelatives(
		db,
		shown.filter(({ published }) => published).map(({ id }) => id),
	);
	const items = shown.map(({ latestRevision, decisions, ...event }) => ({
		...event,
		repetition: repetitionOf(event, relatives.get(event.id) ?? [], now),
		content: latestRevision ? toContent(latestRevision) : null,
		lastDecision: decisions[0] ?? null,
	}));
	return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * One of the viewer's own events with its open revision, what is public of it, and its decisions, newest first.
 * @throws DomainError not_found when it is not theirs
 */
export async function getMyEvent(viewer: Viewer, eventId: string, now = new Date()) {
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
			published: {
				select: {
					...publishedSelect,
					...daySelect,
					statusReason: true,
					texts: { select: { locale: true, statusReason: true } },
				},
			},
			repeatsId: true,
			takeDowns: {
				where: { endedAt: null },
				take: 1,
				select: { reason: true, createdAt: true },
			},
			decisions: { orderBy: { createdAt: "desc" }, select: decisionSelect },
		},
	});
	if (!event?.latestRevision || !can(viewer, { action: "event.edit", event }))
		throw new DomainError("not_found");
	const { latestRevision, ...rest } = event;
	const relatives = (await listRelatives(db, [eventId])).get(eventId) ?? [];
	const actions = allowedActions(event.state, {
		isPublished: event.published !== null,
		...(event.published ? { publicStatus: event.published.status } : {}),
	});
	return {
		...rest,
		content: toContent(latestRevision),
		repetition: repetitionOf(event, relatives, now),
		actions: actions.filter((action) => !(REVIEWER_ACTIONS as readonly string[]).includes(action)),
	};
}
export type MyEvent = Awaited<ReturnType<typeof getMyEvent>>;

type Repeatable = {
	published: Prisma.PublishedEventGetPayload<{
		select: typeof daySelect & { season: true };
	}> | null;
};

/**
 * The season in which a past public event could be held again, and its event there once somebody has begun it; it is
 * offered on the newest public year of the event only.
 */
function repetitionOf(
	{ published }: Repeatable,
	relatives: readonly Relative[],
	now: Date,
): { season: number; knownId: string | null; isOffered: boolean } | null {
	if (!published) return null;
	const [startDate, endDate] = [
		fromDateColumn(published.startDate),
		fromDateColumn(published.endDate),
	];
	const plan = planRepeat({ ...published, startDate, endDate }, now);
	if (!plan) return null;
	const own = published.season ?? 0;
	return {
		season: plan.season,
		knownId: relatives.find(({ season }) => season === plan.season)?.id ?? null,
		isOffered: relatives.every(({ publicSeason }) => (publicSeason ?? 0) <= own),
	};
}
