import "server-only";
import type { Tx } from "@/lib/db/client";
import { findMissing } from "@/lib/events/find-missing";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { submitOrPublish } from "@/lib/moderation/submit-or-publish";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** Submits the stored draft, or answers that it is not complete. @throws DomainError as submitOrPublish does */
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
}): Promise<{ isSubmitted: boolean }> {
	const row = await tx.eventRevision.findFirst({
		where: { latestOf: { id: eventId } },
		select: revisionSelect,
	});
	if (row && Object.keys(await findMissing(tx, toContent(row), now)).length > 0)
		return { isSubmitted: false };
	await submitOrPublish(tx, viewer, { eventId, eventVersion, now });
	return { isSubmitted: true };
}
