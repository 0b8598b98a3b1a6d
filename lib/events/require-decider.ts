import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { type DecisionFacts, requireCan } from "@/lib/permissions/can";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/**
 * Refuses a decision on one's own matter, also of who became a member of an organiser since the request began.
 * @throws DomainError not_found, forbidden, own_event
 */
export async function requireDecider(
	tx: Tx,
	viewer: SignedInViewer,
	event: DecisionFacts,
): Promise<void> {
	requireCan(viewer, { action: "event.decide", event });
	const organisers = [event, ...event.coOrganisers].map(({ organisationId }) => organisationId);
	const joined = await tx.membership.count({
		where: { userId: viewer.id, organisationId: { in: organisers } },
	});
	if (joined > 0) throw new DomainError("own_event");
}
