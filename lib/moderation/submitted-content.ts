import type { Prisma } from "@/lib/db/client";
import {
	type RevisionContent,
	type RevisionRow,
	revisionSelect,
	toContent,
} from "@/lib/events/revision";
import { decisionFacts } from "@/lib/permissions/can";

/** What stands in the queue of an event, and what `submittedContent` reads of it. */
export const submittedSelect = {
	id: true,
	state: true,
	version: true,
	...decisionFacts,
	isDemo: true,
	assignee: { select: { id: true, name: true, email: true } },
	latestRevision: { select: { ...revisionSelect, authorId: true } },
	revisions: {
		// What waits again since a decision was taken back is a copy: its original would show no difference.
		where: { submittedAt: { not: null }, decisions: { none: { undoneAt: { not: null } } } },
		orderBy: { number: "desc" },
		take: 2,
		select: revisionSelect,
	},
} satisfies Prisma.EventSelect;

/**
 * What was last submitted, never the organiser's open draft. After an edit was rejected and thrown away that is the
 * public revision, to which the event went back, and not the one with the highest number.
 */
export function submittedContent(event: {
	latestRevision: RevisionRow | null;
	revisions: RevisionRow[];
}): RevisionContent | null {
	const { latestRevision, revisions } = event;
	const row = latestRevision?.submittedAt ? latestRevision : revisions[0];
	return row ? toContent(row) : null;
}
