import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can, notOwn, requireCan, reviewableBy, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { mayAnswer } from "./converse";

const messageSelect = {
	id: true,
	isReviewer: true,
	text: true,
	createdAt: true,
	readAt: true,
} as const;

/**
 * The conversation about an event as its organisation reads it, the oldest first: nothing says which reviewer wrote.
 * Null while nothing was asked and nothing may be said.
 * @throws DomainError not_found (not theirs)
 */
export async function findMyConversation(viewer: Viewer, eventId: string) {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: {
			organisationId: true,
			country: true,
			submittedAt: true,
			messages: { orderBy: { createdAt: "asc" }, select: messageSelect },
		},
	});
	if (!event || !can(viewer, { action: "event.edit", event })) throw new DomainError("not_found");
	return (await mayAnswer(db, eventId)) ? event.messages : null;
}
export type Message = NonNullable<Awaited<ReturnType<typeof findMyConversation>>>[number];

const UNREAD = { some: { isReviewer: false, readAt: null } };

/** How many events have an answer that no reviewer has read. */
export function countUnread(viewer: Viewer): Promise<number> {
	return db.event.count({
		where: { AND: [reviewableBy(viewer), notOwn(viewer), { messages: UNREAD }] },
	});
}

/**
 * Events with an answer that no reviewer has read, whatever their state, the longest waiting first; at most 100.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listUnread(viewer: Viewer) {
	requireCan(viewer, { action: "queue.read" });
	const events = await db.event.findMany({
		where: { AND: [reviewableBy(viewer), notOwn(viewer), { messages: UNREAD }] },
		take: 100,
		select: {
			id: true,
			state: true,
			country: true,
			organisation: { select: { name: true } },
			latestRevision: { select: { texts: { select: { locale: true, title: true } } } },
			messages: {
				where: { isReviewer: false, readAt: null },
				orderBy: { createdAt: "asc" },
				take: 1,
				select: { text: true, createdAt: true },
			},
		},
	});
	const since = (event: (typeof events)[number]) => event.messages[0]?.createdAt.getTime() ?? 0;
	return events.sort((a, b) => since(a) - since(b));
}
