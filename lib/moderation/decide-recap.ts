import { audit } from "@/lib/audit/audit";
import { eventPath } from "@/lib/calendar/event-view";
import { publishRecap } from "@/lib/calendar/publish-recap";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { transitionRecap } from "@/lib/events/transition-recap";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import type { ByTrust } from "./decide";
import type { DecisionInput } from "./schema";

/**
 * Approves, asks for changes or rejects the recap that waits (`input.eventVersion` is the recap's version). State,
 * decision, publication, audit rows, mails and stale cache tags commit together, as for an event (`decide`).
 * @returns the public address when it was approved
 * @throws DomainError as `transitionRecap` and `publishRecap` do; organisation_held, frozen
 */
export async function decideRecap(
	tx: Tx,
	viewer: Viewer,
	{ input, now, byTrust = null }: { input: DecisionInput; now: Date; byTrust?: ByTrust | null },
): Promise<{ eventVersion: number; path: string | null }> {
	const { eventId, kind } = input;
	const reason = input.reason === "" ? null : input.reason;
	const { actor, before, event, version } = await transitionRecap(tx, viewer, {
		eventId,
		action: kind,
		expectedVersion: input.eventVersion,
		now,
	});
	const versionId = before.latestId;
	if (versionId === null) throw new DomainError("illegal_transition");
	const standing = await tx.publishedRecap.findUnique({
		where: { eventId },
		select: { versionId: true },
	});
	await tx.recapDecision.create({
		data: {
			eventId,
			versionId,
			actorId: actor.id,
			kind,
			reason,
			replacedId: kind === "approve" ? (standing?.versionId ?? null) : null,
			isByTrust: byTrust !== null,
			isSampled: byTrust?.isSampled ?? false,
			createdAt: now,
		},
		select: { id: true },
	});
	const { organisationId } = event;
	const path =
		kind === "approve"
			? await publish(tx, actor.id, { eventId, versionId, organisationId, byTrust, now })
			: null;
	await tellMembers(tx, { eventId, organisationId, kind, reason, path });
	return { eventVersion: version, path };
}

async function publish(
	tx: Tx,
	actorId: string,
	about: {
		eventId: string;
		versionId: string;
		organisationId: string;
		byTrust: ByTrust | null;
		now: Date;
	},
): Promise<string> {
	const { eventId, versionId, organisationId, byTrust, now } = about;
	const { heldAt } = await lockOrganisation(tx, organisationId);
	if (heldAt) throw new DomainError("organisation_held");
	await requireNotFrozen(tx);
	const address = await publishRecap(tx, { eventId, versionId, now });
	await audit(tx, {
		actorId,
		action: "recap.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { versionId, isByTrust: byTrust !== null },
		at: now,
	});
	return eventPath(address);
}

async function tellMembers(
	tx: Tx,
	decision: {
		eventId: string;
		organisationId: string;
		kind: DecisionInput["kind"];
		reason: string | null;
		path: string | null;
	},
): Promise<void> {
	const members = await listMembersToTell(tx, decision.organisationId);
	const { latestRevision } = await tx.event.findUniqueOrThrow({
		where: { id: decision.eventId },
		select: { latestRevision: { select: { texts: { select: { locale: true, title: true } } } } },
	});
	const reason = decision.reason ?? "";
	for (const { email, locale } of members) {
		const props = {
			eventId: decision.eventId,
			title: titleFor({ texts: latestRevision?.texts ?? [] }, locale),
		};
		if (decision.kind === "approve") {
			await enqueueMail(tx, {
				to: email,
				locale,
				template: "recapApproved",
				props: { ...props, path: decision.path ?? "", ...(reason ? { reason } : {}) },
			});
		} else {
			await enqueueMail(tx, {
				to: email,
				locale,
				template: decision.kind === "reject" ? "recapRejected" : "recapReturned",
				props: { ...props, reason },
			});
		}
	}
}
