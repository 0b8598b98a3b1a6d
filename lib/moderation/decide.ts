import { audit } from "@/lib/audit/audit";
import { publishRevision } from "@/lib/calendar/publish";
import { publishProfile } from "@/lib/calendar/publish-profile";
import { seasonSegment } from "@/lib/calendar/tags";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { followNaming } from "@/lib/events/ask-co-organisers";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { tellCoOrganisers } from "@/lib/events/tell-of-change";
import { type LockedEvent, transition } from "@/lib/events/transition";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import { changesPlans } from "./changes-plans";
import { publishHiddenRecap } from "./publish-again";
import type { DecisionInput } from "./schema";

/** Nobody has read it: the reviewer trusts the organisation (`submitOrPublish`). */
export type ByTrust = { isSampled: boolean };

/**
 * Approves, asks for changes or rejects the submission that waits. State, decision, publication, audit rows, mails and
 * stale cache tags commit together; the organisation's profile, where it waited before the submission, becomes public
 * with an approval, and so does the recap that was hidden with its event. Of two decisions at once the second one is refused.
 * @returns the public address when it was approved
 * @throws DomainError as `transition` does (own_event, conflict, illegal_transition, not_found, forbidden); organisation_held, frozen
 */
export async function decide(
	tx: Tx,
	viewer: Viewer,
	{
		input,
		now,
		notify = true,
		byTrust = null,
	}: { input: DecisionInput; now: Date; notify?: boolean; byTrust?: ByTrust | null },
): Promise<{ eventVersion: number; path: string | null }> {
	const { eventId, kind } = input;
	const reason = input.reason === "" ? null : input.reason;
	const { actor, before, version } = await transition(tx, viewer, {
		eventId,
		action: kind,
		expectedVersion: input.eventVersion,
		now,
	});
	const revisionId = before.latestRevisionId;
	if (revisionId === null) throw new DomainError("illegal_transition");
	const replaced = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { revisionId: true },
	});
	await tx.decision.create({
		data: {
			eventId,
			revisionId,
			actorId: actor.id,
			kind,
			reason,
			isByTrust: byTrust !== null,
			isSampled: byTrust?.isSampled ?? false,
			replacedId: kind === "approve" ? (replaced?.revisionId ?? null) : null,
			createdAt: now,
		},
		select: { id: true },
	});
	const isImportant = kind === "approve" && (await changesPlans(tx, { eventId, revisionId }));
	const path =
		kind === "approve"
			? await publish(tx, actor.id, { event: before, revisionId, byTrust, now })
			: null;
	if (notify && isImportant && path !== null)
		await tellCoOrganisers(tx, { eventId, exceptUserId: actor.id, path, now });
	if (notify)
		await tellMembers(tx, {
			eventId,
			revisionId,
			organisationId: before.organisationId,
			isPublished: before.isPublished,
			kind,
			reason,
			path,
		});
	return { eventVersion: version, path };
}

async function publish(
	tx: Tx,
	actorId: string,
	{
		event,
		revisionId,
		byTrust,
		now,
	}: { event: LockedEvent; revisionId: string; byTrust: ByTrust | null; now: Date },
): Promise<string> {
	const { id: eventId, organisationId, submittedAt, isTakenDown } = event;
	const { heldAt } = await lockOrganisation(tx, organisationId);
	if (heldAt) throw new DomainError("organisation_held");
	await requireNotFrozen(tx);
	// Without a reader only what settleProfile lets through is published of the profile.
	if (submittedAt && !byTrust)
		await publishProfile(tx, { organisationId, actorId, savedBefore: submittedAt, now });
	const { season, slug } = await publishRevision(tx, { eventId, revisionId, now });
	await followNaming(tx, { event, revisionId, actorId, mayAsk: false, now });
	await audit(tx, {
		actorId,
		action: "event.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { revisionId, isByTrust: byTrust !== null },
		at: now,
	});
	if (isTakenDown) await bringRecapBack(tx, actorId, { eventId, now });
	return `/events/${seasonSegment(season)}/${slug}`;
}

/** It was hidden with the event, and the reviewer reads that it becomes public with it. */
async function bringRecapBack(
	tx: Tx,
	actorId: string,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	const versionId = await publishHiddenRecap(tx, { eventId, now });
	if (versionId === null) return;
	await audit(tx, {
		actorId,
		action: "recap.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { versionId, isRestored: true },
		at: now,
	});
}

async function tellMembers(
	tx: Tx,
	decision: {
		eventId: string;
		revisionId: string;
		organisationId: string;
		/** A version was public before, and stays so after a rejection. */
		isPublished: boolean;
		kind: DecisionInput["kind"];
		reason: string | null;
		path: string | null;
	},
): Promise<void> {
	const members = await listMembersToTell(tx, decision.organisationId);
	const texts = await tx.eventText.findMany({
		where: { revisionId: decision.revisionId },
		select: { locale: true, title: true },
	});
	for (const member of members) {
		const props = { eventId: decision.eventId, title: titleFor({ texts }, member.locale) };
		const reason = decision.reason ?? "";
		const to = { to: member.email, locale: member.locale };
		if (decision.kind === "approve") {
			await enqueueMail(tx, {
				...to,
				template: "eventApproved",
				props: { ...props, path: decision.path ?? "", ...(reason ? { reason } : {}) },
			});
		} else if (decision.kind === "request_changes") {
			await enqueueMail(tx, { ...to, template: "changesRequested", props: { ...props, reason } });
		} else {
			const template = decision.isPublished ? "changeRejected" : "eventRejected";
			await enqueueMail(tx, { ...to, template, props: { ...props, reason } });
		}
	}
}
