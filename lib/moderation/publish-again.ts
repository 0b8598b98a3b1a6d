import type { Address } from "@/lib/calendar/event-addresses";
import { publishRevision } from "@/lib/calendar/publish";
import type { Tx } from "@/lib/db/client";
import type { EventStatus } from "@/lib/lifecycle/lifecycle";

/**
 * Publishes a revision that was public before. What only says that an event is off was never approved itself: the version
 * that it speaks of goes before it.
 */
export async function publishAgain(
	tx: Tx,
	{ eventId, revisionId, now }: { eventId: string; revisionId: string; now: Date },
): Promise<Address & { status: EventStatus }> {
	const { isCallOff, number, status } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { isCallOff: true, number: true, status: true },
	});
	if (isCallOff) {
		const approved = await tx.decision.findFirstOrThrow({
			where: { eventId, kind: "approve", revision: { number: { lt: number } } },
			orderBy: { revision: { number: "desc" } },
			select: { revisionId: true },
		});
		await publishRevision(tx, { eventId, revisionId: approved.revisionId, now });
	}
	return { ...(await publishRevision(tx, { eventId, revisionId, now })), status };
}
