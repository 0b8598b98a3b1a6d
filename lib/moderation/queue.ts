import { db, type Prisma } from "@/lib/db/client";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { can, requireCan, reviewableBy } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { differences } from "./differences";
import { lateEvents, waitsSince } from "./late";
import { QUEUE_ORDER, type WaitingAs } from "./queue-order";
import { submittedContent, submittedSelect } from "./submitted-content";
import { listSuitedForBulk } from "./suits-bulk";
import { weighAll } from "./weigh";

/** "published": by trust, picked to be looked at, and nobody has yet. */
export type QueueFilter = "waiting" | "decided" | "published";

const PICKED = {
	some: { isSampled: true, lookedAt: null, undoneAt: null },
} satisfies Prisma.DecisionListRelationFilter;

function whereOf(filter: QueueFilter): Prisma.EventWhereInput {
	if (filter === "waiting") return { state: "submitted" };
	if (filter === "published") return { decisions: PICKED };
	return { decisions: { some: {} }, state: { not: "submitted" } };
}

export type QueueQuery = {
	filter?: QueueFilter;
	/** ISO 3166-1 alpha-2. */
	country?: string | null;
	waitingAs?: WaitingAs | null;
	/** Only what the viewer has taken on. */
	isMine?: boolean;
	/** Only what waits too long at this moment. */
	lateAt?: Date | null;
	/** From 1. */
	page?: number;
	limit?: number;
};

/**
 * Submissions that the viewer may review, in the order of `QUEUE_ORDER` ("decided": the latest decision first).
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listQueue(
	viewer: Viewer,
	{
		filter = "waiting",
		country = null,
		waitingAs = null,
		isMine = false,
		lateAt = null,
		page = 1,
		limit = 50,
	}: QueueQuery = {},
) {
	requireCan(viewer, { action: "queue.read" });
	const isWaiting = filter === "waiting";
	const rows = await db.event.findMany({
		where: {
			AND: [
				reviewableBy(viewer),
				whereOf(filter),
				country ? { country } : {},
				waitingAs ? { waitingAs } : {},
				lateAt ? lateEvents(lateAt) : {},
				isMine && viewer.kind === "user" ? { assigneeId: viewer.id } : {},
			],
		},
		orderBy: isWaiting ? QUEUE_ORDER : [{ updatedAt: "desc" }, { id: "desc" }],
		take: limit + 1,
		skip: (page - 1) * limit,
		select: {
			organisation: { select: { name: true, kind: true, isLookAlike: true, verifiedAt: true } },
			...submittedSelect,
			published: { select: { revision: { select: revisionSelect } } },
			decisions: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
			messages: {
				where: { isReviewer: false, readAt: null },
				take: 1,
				select: { id: true },
			},
		},
	});
	const items = rows
		.slice(0, limit)
		.map(({ revisions, latestRevision, decisions, published, messages, ...event }) => {
			const content = submittedContent({ revisions, latestRevision });
			const publicContent = published ? toContent(published.revision) : null;
			return {
				...event,
				decidedAt: decisions[0]?.createdAt ?? null,
				waitsSince: waitsSince({ ...event, latestRevision }),
				content,
				isEdit: published !== null,
				/** Of a change of what is public; null for a new event. */
				weight: publicContent && content ? weighAll(differences(publicContent, content)) : null,
				mayDecide: can(viewer, { action: "event.decide", event: { ...event, latestRevision } }),
				/** The organiser has written, and no reviewer has read it. */
				hasUnread: messages.length > 0,
			};
		});
	const suited = isWaiting ? await listSuitedForBulk(db, items) : new Set<string>();
	return {
		items: items.map((item) => ({
			...item,
			/** May be approved among others (lib/moderation/bulk-approve). */
			suitsBulk: item.mayDecide && suited.has(item.id),
		})),
		hasMore: rows.length > limit,
	};
}

/** How many submissions wait for the viewer in each country, the most first. */
export async function countWaitingByCountry(
	viewer: Viewer,
): Promise<{ country: string; count: number }[]> {
	const rows = await db.event.groupBy({
		by: ["country"],
		where: { AND: [reviewableBy(viewer), { state: "submitted" }] },
		_count: { _all: true },
	});
	return rows
		.flatMap(({ country, _count }) => (country ? [{ country, count: _count._all }] : []))
		.sort((one, other) => other.count - one.count || one.country.localeCompare(other.country));
}

/** How many submissions wait for the viewer. */
export async function countWaiting(viewer: Viewer): Promise<number> {
	return db.event.count({ where: { AND: [reviewableBy(viewer), { state: "submitted" }] } });
}

/** How many publications by trust wait to be looked at by the viewer. */
export async function countToLookAt(viewer: Viewer): Promise<number> {
	return db.event.count({ where: { AND: [reviewableBy(viewer), { decisions: PICKED }] } });
}
