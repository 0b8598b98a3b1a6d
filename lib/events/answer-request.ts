import { audit } from "@/lib/audit/audit";
import { settleOrganisers } from "@/lib/calendar/settle-organisers";
import { settlePartsOfPartners } from "@/lib/calendar/settle-parts";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { requireCan } from "@/lib/permissions/can";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { MAX_DECLINES } from "./ask-co-organisers";
import { listMembersToTell } from "./people-to-tell";
import { titleFor } from "./submit-event";
import { lockEvent } from "./transition";

export type Answer = "accepted" | "declined";

const DEEDS = {
	accepted: { action: "event.co_organiser_accepted", template: "coOrganiserAccepted" },
	declined: { action: "event.co_organiser_declined", template: "coOrganiserDeclined" },
	left: { action: "event.co_organiser_left", template: "coOrganiserLeft" },
} as const;

/**
 * Answers for an organisation that was asked to hold an event: it appears in public, or leaves the public, at once. To
 * decline what was accepted is to leave. The same answer twice is one; another one leaves its own trace and mail.
 * @returns the public address where the public reads something else now, else null
 * @throws DomainError unauthenticated, not_found (another organisation's), conflict (the organiser names it no more),
 * frozen (no name may become public now)
 */
export async function answerRequest(
	tx: Tx,
	viewer: Viewer,
	{ requestId, answer, now }: { requestId: string; answer: Answer; now: Date },
): Promise<{ season: number | null; slug: string } | null> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const found = await tx.coOrganiser.findUnique({
		where: { id: requestId },
		select: { eventId: true, organisationId: true },
	});
	if (!found) throw new DomainError("not_found");
	const { eventId, organisationId } = found;
	requireCan(viewer, { action: "organisation.answer", organisationId });
	await lockEvent(tx, eventId);
	await lockOrganisation(tx, organisationId);
	await requireStillMember(tx, viewer, organisationId);
	return answerLocked(tx, viewer, { requestId, answer, now });
}

/**
 * The same by somebody who may answer, in a transaction that holds event and organisation.
 * @throws DomainError conflict, frozen
 */
export async function answerLocked(
	tx: Tx,
	{ id: answeredById }: SignedInViewer,
	{ requestId, answer, now }: { requestId: string; answer: Answer; now: Date },
): Promise<{ season: number | null; slug: string } | null> {
	const where = { id: requestId };
	const row = await tx.coOrganiser.findUniqueOrThrow({
		where,
		select: {
			eventId: true,
			organisationId: true,
			answer: true,
			withdrawnAt: true,
			timesDeclined: true,
			event: { select: { organisationId: true, latestRevisionId: true } },
		},
	});
	const { eventId, organisationId, event } = row;
	if (row.withdrawnAt !== null) throw new DomainError("conflict");
	if (row.answer === answer) return null;
	if (answer === "accepted") await requireNotFrozen(tx);
	const deed = answer === "declined" && row.answer === "accepted" ? DEEDS.left : DEEDS[answer];
	await tx.coOrganiser.update({
		where,
		data: {
			answer,
			answeredAt: now,
			answeredById,
			timesDeclined:
				answer === "declined" ? Math.min(row.timesDeclined + 1, MAX_DECLINES) : row.timesDeclined,
		},
		select: { id: true },
	});
	await audit(tx, {
		actorId: answeredById,
		action: deed.action,
		subjectType: "event",
		subjectId: eventId,
		detail: { organisationId },
		at: now,
	});
	const { latestRevisionId } = event;
	const partner = { eventId, organisationId, latestRevisionId, template: deed.template };
	await tellOwner(tx, event.organisationId, partner);
	await settlePartsOfPartners(tx, { eventId, now });
	return settleOrganisers(tx, { eventId, now });
}

/** The membership may have been taken away since the request began. */
async function requireStillMember(
	tx: Tx,
	viewer: SignedInViewer,
	organisationId: string,
): Promise<void> {
	const membership = await tx.membership.findUnique({
		where: { organisationId_userId: { organisationId, userId: viewer.id } },
		select: { role: true },
	});
	if (!membership) throw new DomainError("not_found");
}

async function tellOwner(
	tx: Tx,
	ownerId: string,
	{
		eventId,
		organisationId,
		latestRevisionId,
		template,
	}: {
		eventId: string;
		organisationId: string;
		latestRevisionId: string | null;
		template: (typeof DEEDS)[keyof typeof DEEDS]["template"];
	},
): Promise<void> {
	const partner = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { name: true },
	});
	const texts = latestRevisionId
		? await tx.eventText.findMany({
				where: { revisionId: latestRevisionId },
				select: { locale: true, title: true },
			})
		: [];
	for (const { email, locale } of await listMembersToTell(tx, ownerId)) {
		const props = { eventId, title: titleFor({ texts }, locale), organisation: partner.name };
		await enqueueMail(tx, { to: email, locale, template, props });
	}
}
