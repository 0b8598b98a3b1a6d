import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { answersOf } from "./draft-answers";
import { type Change, datedChanges, type FilledFrom, findAnswersAt } from "./draft-past";
import { mergeDraft } from "./merge-draft";
import { type RevisionContent, revisionSelect, toContent } from "./revision";
import { storedDraft } from "./stored-draft";

/** Whoever has not asked for so long has closed the form. */
const OPEN_SECONDS = 30;

/**
 * Notes that the viewer has the form open, and tells who else has and what was saved elsewhere since it was filled.
 * @throws DomainError unauthenticated, not_found, forbidden; conflict (the revision was thrown away since)
 */
export async function watchDraft(
	tx: Tx,
	viewer: Viewer,
	{ now, ...filledFrom }: FilledFrom & { now: Date },
): Promise<{
	isAnotherHere: boolean;
	state: string;
	content: RevisionContent;
	changes: Change[];
}> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const { eventId } = filledFrom;
	const event = await tx.event.findUnique({
		where: { id: eventId },
		select: {
			organisationId: true,
			country: true,
			submittedAt: true,
			state: true,
			latestRevision: { select: revisionSelect },
		},
	});
	if (!event?.latestRevision) throw new DomainError("not_found");
	requireCan(viewer, { action: "event.edit", event });
	const content = toContent(event.latestRevision);
	const isNewest =
		content.id === filledFrom.revisionId && content.version === filledFrom.revisionVersion;
	return {
		isAnotherHere: await meetReaders(tx, { eventId, userId: viewer.id, now }),
		state: event.state,
		content,
		changes: isNewest
			? []
			: await datedChanges(tx, await unitsSince(tx, content, filledFrom), {
					revisionId: content.id,
					viewerId: viewer.id,
					now,
				}),
	};
}

async function unitsSince(tx: Tx, content: RevisionContent, filledFrom: FilledFrom) {
	const base = (await findAnswersAt(tx, filledFrom)) ?? {};
	const theirs = answersOf(storedDraft(content));
	return mergeDraft({ base, mine: base, theirs, unresolved: [] }).taken;
}

async function meetReaders(
	tx: Tx,
	{ eventId, userId, now }: { eventId: string; userId: string; now: Date },
): Promise<boolean> {
	await tx.draftReader.upsert({
		where: { eventId_userId: { eventId, userId } },
		create: { eventId, userId, seenAt: now },
		update: { seenAt: now },
		select: { userId: true },
	});
	const since = new Date(now.getTime() - OPEN_SECONDS * 1000);
	const others = await tx.draftReader.count({
		where: { eventId, userId: { not: userId }, seenAt: { gt: since } },
	});
	return others > 0;
}
