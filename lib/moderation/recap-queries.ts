import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { recapVersionSelect, toRecap } from "@/lib/events/recap-queries";
import { nextRecapState } from "@/lib/lifecycle/lifecycle";
import {
	can,
	type DecisionFacts,
	decisionFacts,
	requireCan,
	reviewableBy,
} from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import type { QueueFilter } from "./queue";

const AT_ONCE = 50;

function whereOf(viewer: Viewer, filter: QueueFilter): Prisma.RecapWhereInput {
	const event = { AND: [reviewableBy(viewer), { published: { isNot: null } }] };
	if (filter === "waiting") return { state: "submitted", event };
	if (filter === "published")
		return { decisions: { some: { isSampled: true, lookedAt: null, undoneAt: null } }, event };
	return { decisions: { some: {} }, state: { not: "submitted" }, event };
}

const eventSelect = {
	...decisionFacts,
	organisation: { select: { name: true } },
	published: {
		select: {
			season: true,
			slug: true,
			startDate: true,
			endDate: true,
			cityGeonameId: true,
			cityName: true,
			texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
		},
	},
} satisfies Prisma.EventSelect;

/**
 * Recaps that the viewer may review, the longest waiting first (else the latest first); at most 50, since those decided
 * make room for the next.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listRecapQueue(viewer: Viewer, filter: QueueFilter) {
	requireCan(viewer, { action: "queue.read" });
	const rows = await db.recap.findMany({
		where: whereOf(viewer, filter),
		orderBy: [{ submittedAt: filter === "waiting" ? "asc" : "desc" }, { eventId: "asc" }],
		take: AT_ONCE,
		select: {
			eventId: true,
			state: true,
			submittedAt: true,
			latest: { select: { authorId: true } },
			event: { select: eventSelect },
		},
	});
	return rows.map(({ event, latest, ...recap }) => ({
		...recap,
		organisation: event.organisation.name,
		country: event.country,
		published: event.published,
		mayDecide: mayDecideOn(viewer, { event, latest }),
	}));
}
export type RecapItem = Awaited<ReturnType<typeof listRecapQueue>>[number];

/** How many recaps wait for the viewer. */
export async function countWaitingRecaps(viewer: Viewer): Promise<number> {
	return db.recap.count({ where: whereOf(viewer, "waiting") });
}

/** How many recaps wait for the viewer, and how many published by trust are to be looked at. */
export async function countRecaps(viewer: Viewer): Promise<{ waiting: number; toLookAt: number }> {
	const [waiting, toLookAt] = await Promise.all([
		countWaitingRecaps(viewer),
		db.recap.count({ where: whereOf(viewer, "published") }),
	]);
	return { waiting, toLookAt };
}

/**
 * One recap as a reviewer sees it: what was last submitted, never the organiser's open draft, what is public of it, and
 * every decision.
 * @throws DomainError unauthenticated, forbidden, not_found (another territory, or never submitted)
 */
export async function getRecapSubmission(viewer: Viewer, eventId: string) {
	requireCan(viewer, { action: "queue.read" });
	const recap = await db.recap.findFirst({
		where: { eventId, event: { AND: [reviewableBy(viewer), { published: { isNot: null } }] } },
		select: {
			state: true,
			version: true,
			latestId: true,
			latest: { select: { authorId: true } },
			submittedAt: true,
			versions: {
				where: { submittedAt: { not: null } },
				orderBy: { number: "desc" },
				take: 1,
				select: recapVersionSelect,
			},
			decisions: {
				orderBy: [{ createdAt: "desc" }, { id: "desc" }],
				select: {
					kind: true,
					reason: true,
					createdAt: true,
					actor: { select: { name: true, email: true } },
					isByTrust: true,
					isSampled: true,
					lookedAt: true,
					undoneAt: true,
					undoneReason: true,
					versionId: true,
					version: { select: { number: true } },
				},
			},
			event: {
				select: {
					...eventSelect,
					published: {
						select: {
							...eventSelect.published.select,
							recap: { select: { version: { select: recapVersionSelect } } },
						},
					},
				},
			},
		},
	});
	const submitted = recap?.versions[0];
	if (!recap?.event.published || !submitted) throw new DomainError("not_found");
	const { event, decisions, state, version, latestId, submittedAt } = recap;
	const { recap: standing, ...published } = recap.event.published;
	const mayDecide = mayDecideOn(viewer, recap);
	return {
		eventId,
		state,
		version,
		submittedAt,
		organisation: event.organisation.name,
		country: event.country,
		published,
		content: toRecap(submitted),
		/** What the public reads now; null for the first one, and where that is what was submitted last. */
		before: standing && standing.version.id !== submitted.id ? toRecap(standing.version) : null,
		decisions: decisions.map(({ version: { number }, ...decision }) => ({
			...decision,
			revision: { number },
		})),
		mayDecide: state === "submitted" && mayDecide,
		mayLookAt:
			mayDecide &&
			decisions.some(
				({ isSampled, lookedAt, undoneAt }) => isSampled && lookedAt === null && undoneAt === null,
			),
		mayReopen:
			mayDecide &&
			decisions[0]?.undoneAt === null &&
			decisions[0].versionId === latestId &&
			nextRecapState(state, "reopen") !== null,
		isOwn: !mayDecide,
	};
}
export type RecapSubmission = Awaited<ReturnType<typeof getRecapSubmission>>;

/** Whoever wrote the recap does not decide on it, nor does whoever wrote the event. */
function mayDecideOn(
	viewer: Viewer,
	{ event, latest }: { event: DecisionFacts; latest: { authorId: string } | null },
): boolean {
	return [event, { ...event, latestRevision: latest }].every((facts) =>
		can(viewer, { action: "event.decide", event: facts }),
	);
}
