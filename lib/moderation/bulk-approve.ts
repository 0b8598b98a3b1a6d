import { audit } from "@/lib/audit/audit";
import { inTransaction, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { lockEvent } from "@/lib/events/transition";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { can, isOwn } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import { requireWritable } from "@/lib/permissions/switches";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { listChosen } from "./bulk-queries";
import type { Chosen } from "./bulk-rules";
import { decide } from "./decide";

/** What became of one: `gone` is what the reviewer may not see, `unsuited` what has to be read by itself. */
export type BulkOutcome =
	| "approved"
	| "changed"
	| "decided"
	| "own"
	| "held"
	| "unsuited"
	| "frozen"
	| "gone";

/**
 * Approves several submissions, each by a decision of its own (`decide`: its own audit rows and mails) in a transaction of
 * its own: one that cannot be approved any more leaves no trace and does not keep the others, and nobody who decides on
 * one of them waits for the rest. Sent again, it finds what it has decided already.
 * @throws DomainError proof_needed, forbidden (no reviewer)
 */
export async function approveMany(
	viewer: SignedInViewer,
	{ chosen, now }: { chosen: readonly Chosen[]; now: Date },
): Promise<{ eventId: string; outcome: BulkOutcome }[]> {
	if (!can(viewer, { action: "queue.read" })) throw new DomainError("forbidden");
	requireFreshProof(viewer, now);
	const results: { eventId: string; outcome: BulkOutcome }[] = [];
	for (const each of chosen)
		results.push({ eventId: each.eventId, outcome: await approveOne(viewer, each, now) });
	return results;
}

async function approveOne(viewer: SignedInViewer, chosen: Chosen, now: Date): Promise<BulkOutcome> {
	try {
		return await inTransaction(async (tx) => {
			await requireWritable(tx);
			const refusal = await refusalOf(tx, viewer, chosen);
			if (refusal) return refusal;
			await decide(tx, viewer, { input: { ...chosen, kind: "approve", reason: "" }, now });
			await audit(tx, {
				actorId: viewer.id,
				action: "event.approved_in_bulk",
				subjectType: "event",
				subjectId: chosen.eventId,
				at: now,
			});
			return "approved";
		});
	} catch (error) {
		if (error instanceof DomainError) return outcomeOf(error);
		throw error;
	}
}

/** Read under the lock: what is said here still holds when `decide` writes. */
async function refusalOf(
	tx: Tx,
	viewer: SignedInViewer,
	chosen: Chosen,
): Promise<BulkOutcome | null> {
	const { eventId } = chosen;
	if ((await tx.event.count({ where: { id: eventId } })) === 0) return "gone";
	const { organisationId } = await lockEvent(tx, eventId);
	await lockOrganisation(tx, organisationId);
	const [event] = await listChosen(viewer, [chosen], tx);
	if (!event) return "gone";
	if (isOwn(viewer, event)) return "own";
	if (event.state !== "submitted") return "decided";
	if (event.version !== chosen.eventVersion) return "changed";
	if (event.organisation.heldAt) return "held";
	return event.isReady ? null : "unsuited";
}

function outcomeOf({ code, cause }: DomainError): BulkOutcome {
	switch (code) {
		case "frozen":
		case "read_only":
			return "frozen";
		case "organisation_held":
			return "held";
		case "own_event":
			return "own";
		case "conflict":
			return "changed";
		case "illegal_transition":
			return "decided";
		case "not_found":
		case "forbidden":
			return "gone";
		default:
			throw new DomainError(code, { cause });
	}
}
