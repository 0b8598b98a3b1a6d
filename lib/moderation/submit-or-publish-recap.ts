import { randomInt } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { submitRecap } from "@/lib/events/submit-recap";
import type { Viewer } from "@/lib/permissions/viewer";
import { decideRecap } from "./decide-recap";
import { findTruster, LOOKED_AT_ONE_IN } from "./submit-or-publish";

/**
 * Hands a recap in. That of a trusted organisation is approved and published in the same transaction, in the name of the
 * admin who trusts it (docs/decisions/0017).
 * @throws DomainError as submitRecap and decideRecap do
 */
export async function submitOrPublishRecap(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		recapVersion,
		now,
		isPicked = () => randomInt(LOOKED_AT_ONE_IN) === 0,
	}: { eventId: string; recapVersion: number; now: Date; isPicked?: () => boolean },
): Promise<{ isPublished: boolean }> {
	const truster = await findTruster(tx, eventId);
	const { version } = await submitRecap(tx, viewer, {
		eventId,
		recapVersion,
		now,
	});
	if (truster === null) return { isPublished: false };
	const isSampled = isPicked();
	await decideRecap(tx, truster, {
		input: { eventId, eventVersion: version, kind: "approve", reason: "" },
		now,
		byTrust: { isSampled },
	});
	await audit(tx, {
		actorId: viewer.kind === "user" ? viewer.id : null,
		action: "recap.published_by_trust",
		subjectType: "event",
		subjectId: eventId,
		detail: { trustedById: truster.id, isSampled },
		at: now,
	});
	return { isPublished: true };
}
