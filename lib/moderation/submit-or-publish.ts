import { randomInt } from "node:crypto";
import { viewerById } from "@/lib/accounts/current-viewer";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { OF_KNOWN_NAME } from "@/lib/events/nameable";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { submitEvent } from "@/lib/events/submit-event";
import { can, decisionFacts, isOwn } from "@/lib/permissions/can";
import { isFrozen } from "@/lib/permissions/switches";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { noteImportantChange } from "./changes-plans";
import { decide } from "./decide";
import { saysBlocked } from "./find-blocked";
import { saidIn } from "./said";

/** One in so many publications by trust is looked at afterwards, picked by chance (docs/decisions/0017). */
export const LOOKED_AT_ONE_IN = 5;

/**
 * Hands the open draft in. That of a trusted organisation is approved and published in the same transaction, in the name
 * of the admin who trusts it: while that person is no admin any more, is disabled, has joined an organiser or written it, and
 * where it says or links something blocked, it waits for a reviewer like any other.
 * @throws DomainError as submitEvent and decide do
 */
export async function submitOrPublish(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		eventVersion,
		now,
		isPicked = () => randomInt(LOOKED_AT_ONE_IN) === 0,
	}: { eventId: string; eventVersion: number; now: Date; isPicked?: () => boolean },
): Promise<{ eventVersion: number }> {
	const truster = (await isDraftMarked(tx, eventId)) ? null : await findTruster(tx, eventId);
	const submitted = await submitEvent(tx, viewer, {
		eventId,
		eventVersion,
		now,
		notify: truster === null,
	});
	if (truster === null) {
		await noteImportantChange(tx, eventId);
		return submitted;
	}
	const isSampled = isPicked();
	const published = await decide(tx, truster, {
		input: { eventId, eventVersion: submitted.eventVersion, kind: "approve", reason: "" },
		now,
		byTrust: { isSampled },
	});
	await audit(tx, {
		actorId: viewer.kind === "user" ? viewer.id : null,
		action: "event.published_by_trust",
		subjectType: "event",
		subjectId: eventId,
		detail: { trustedById: truster.id, isSampled },
		at: now,
	});
	return { eventVersion: published.eventVersion };
}

async function isDraftMarked(tx: Tx, eventId: string): Promise<boolean> {
	const event = await tx.event.findUnique({
		where: { id: eventId },
		select: { latestRevision: { select: revisionSelect } },
	});
	return event?.latestRevision ? saysBlocked(tx, saidIn(toContent(event.latestRevision))) : false;
}

/**
 * The admin in whose name what the event's organisation hands in is published at once; null while nobody is, while
 * nothing new may become public, for an event that a reviewer has hidden, and for one that names an organisation whose
 * name nobody has read (a badge may have ended since it was named).
 */
export async function findTruster(tx: Tx, eventId: string): Promise<SignedInViewer | null> {
	const event = await tx.event.findUnique({
		where: {
			id: eventId,
			takeDowns: { none: { endedAt: null } },
			latestRevision: { coOrganisers: { every: { organisation: OF_KNOWN_NAME } } },
		},
		select: {
			...decisionFacts,
			organisation: {
				select: { id: true, country: true, heldAt: true, trustedAt: true, trustedById: true },
			},
		},
	});
	if (await isFrozen(tx)) return null;
	const organisation = event?.organisation;
	if (!organisation?.trustedAt || !organisation.trustedById || organisation.heldAt) return null;
	const truster = await viewerById(organisation.trustedById);
	if (truster.kind !== "user" || !event || isOwn(truster, event)) return null;
	return can(truster, { action: "organisation.decide", organisation }) ? truster : null;
}
