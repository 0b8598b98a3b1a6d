import { audit } from "@/lib/audit/audit";
import { unpublishRecap } from "@/lib/calendar/publish-recap";
import type { Tx } from "@/lib/db/client";
import type { Viewer } from "@/lib/permissions/viewer";
import { transitionRecap } from "./transition-recap";

/**
 * Takes a recap back, out of the queue and off the public page at once, as when somebody in a picture asks for it; its
 * versions stay, and it can be edited and handed in again.
 * @returns the address of the event's page where the recap was public @throws DomainError as `transitionRecap` does
 */
export async function withdrawRecap(
	tx: Tx,
	viewer: Viewer,
	{ eventId, recapVersion, now }: { eventId: string; recapVersion: number; now: Date },
): Promise<{ season: number | null; slug: string } | null> {
	const { actor } = await transitionRecap(tx, viewer, {
		eventId,
		action: "withdraw",
		expectedVersion: recapVersion,
		now,
	});
	const address = await unpublishRecap(tx, { eventId, now });
	if (address)
		await audit(tx, {
			actorId: actor.id,
			action: "recap.unpublished",
			subjectType: "event",
			subjectId: eventId,
			at: now,
		});
	return address;
}
