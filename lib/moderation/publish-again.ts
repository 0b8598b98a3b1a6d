import type { Address } from "@/lib/calendar/event-addresses";
import { publishRevision } from "@/lib/calendar/publish";
import { publishRecap } from "@/lib/calendar/publish-recap";
import type { Tx } from "@/lib/db/client";
import { isOff } from "@/lib/events/status-to-submit";

type Again = { eventId: string; revisionId: string; now: Date };

/**
 * Publishes a revision that was public before. What only says that an event is off was never approved itself: the version
 * that it speaks of goes before it.
 */
export async function publishAgain(tx: Tx, { eventId, revisionId, now }: Again): Promise<Address> {
	const { isCallOff, number } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { isCallOff: true, number: true },
	});
	if (isCallOff) {
		const approved = await tx.decision.findFirstOrThrow({
			where: { eventId, kind: "approve", revision: { number: { lt: number } } },
			orderBy: { revision: { number: "desc" } },
			select: { revisionId: true },
		});
		await publishRevision(tx, { eventId, revisionId: approved.revisionId, now });
	}
	return publishRevision(tx, { eventId, revisionId, now });
}

/**
 * Publishes the recap that was hidden last with its event, which is public again; not while the event is off, nor what
 * its organiser withdrew meanwhile.
 * @returns the version; null where no recap is public by it
 */
export async function publishHiddenRecap(
	tx: Tx,
	{ eventId, now }: Omit<Again, "revisionId">,
): Promise<string | null> {
	const { recapVersionId: versionId } = await tx.takeDown.findFirstOrThrow({
		where: { eventId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		select: { recapVersionId: true },
	});
	if (versionId === null) return null;
	const { status, event } = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { status: true, event: { select: { recap: { select: { state: true } } } } },
	});
	if (isOff(status) || event.recap?.state === "withdrawn") return null;
	await publishRecap(tx, { eventId, versionId, now });
	return versionId;
}
