import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";

/**
 * Whether the viewer may edit the event; false for a reviewer, who may only read it.
 * @throws DomainError not_found (what the viewer may not even see)
 */
export async function mayEditEvent(viewer: Viewer, eventId: string): Promise<boolean> {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: { organisationId: true, country: true, submittedAt: true },
	});
	if (!event) throw new DomainError("not_found");
	return can(viewer, { action: "event.edit", event });
}
