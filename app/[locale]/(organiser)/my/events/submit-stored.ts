import "server-only";
import type { Tx } from "@/lib/db/client";
import { findMissing } from "@/lib/events/find-missing";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { findShutWindow } from "@/lib/events/season-window";
import { submitOrPublish } from "@/lib/moderation/submit-or-publish";
import type { SignedInViewer } from "@/lib/permissions/viewer";

export type StoredOutcome = "submitted" | "incomplete" | "shut";

/** Submits the stored draft, or answers that it is not complete or that its season is shut. @throws DomainError as submitOrPublish does */
export async function submitStored({
	viewer,
	input: { eventId, eventVersion },
	tx,
	now,
}: {
	viewer: SignedInViewer;
	input: { eventId: string; eventVersion: number };
	tx: Tx;
	now: Date;
}): Promise<{ outcome: StoredOutcome }> {
	const row = await tx.eventRevision.findFirst({
		where: { latestOf: { id: eventId } },
		select: revisionSelect,
	});
	if (row) {
		const content = toContent(row);
		if (Object.keys(await findMissing(tx, content, now)).length > 0)
			return { outcome: "incomplete" };
		if (await findShutWindow(tx, { eventId, schedule: content.schedule, now }))
			return { outcome: "shut" };
	}
	await submitOrPublish(tx, viewer, { eventId, eventVersion, now });
	return { outcome: "submitted" };
}
