import { randomInt } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import { recapAlt, recapContent } from "@/lib/calendar/recap-content";
import type { Tx } from "@/lib/db/client";
import { submitRecap } from "@/lib/events/submit-recap";
import type { Viewer } from "@/lib/permissions/viewer";
import { decideRecap } from "./decide-recap";
import { saysBlocked } from "./find-blocked";
import { saidInRecap } from "./said";
import { findTruster, LOOKED_AT_ONE_IN } from "./submit-or-publish";

/**
 * Hands a recap in. That of a trusted organisation is approved and published in the same transaction, in the name of the
 * admin who trusts it (docs/decisions/0017), unless it says or links something blocked.
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
	const truster = (await isDraftMarked(tx, eventId)) ? null : await findTruster(tx, eventId);
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

async function isDraftMarked(tx: Tx, eventId: string): Promise<boolean> {
	const recap = await tx.recap.findUnique({
		where: { eventId },
		select: {
			latest: { select: { content: true, pictures: { select: { credit: true, alt: true } } } },
		},
	});
	if (!recap?.latest) return false;
	const { content, pictures } = recap.latest;
	const shown = pictures.map(({ credit, alt }) => ({ credit, alt: recapAlt.parse(alt) }));
	return saysBlocked(tx, saidInRecap(recapContent.parse(content), shown));
}
