import { z } from "zod";
import { concernedBy, listReviewersOf } from "@/lib/accounts/reviewers";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listMembersToTell, type Person } from "@/lib/events/people-to-tell";
import { titleFor } from "@/lib/events/submit-event";
import { type LockedEvent, lockEvent } from "@/lib/events/transition";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { cleanText, hasBidiControl } from "@/lib/text/plain";

export const MAX_CONVERSATION_LENGTH = 2_000;
/** Messages of an organisation about one event in a day. */
export const MAX_ANSWERS_A_DAY = 20;
const MAX_TYPED_LENGTH = 20_000;
const DAY_MS = 86_400_000;

export const conversationInput = z.strictObject({
	eventId: z.uuid(),
	text: z
		.string()
		.max(MAX_TYPED_LENGTH, "field.tooLong")
		.transform(cleanText)
		.pipe(z.string().min(2, "field.required").max(MAX_CONVERSATION_LENGTH, "field.tooLong"))
		.refine((text) => !hasBidiControl(text), "field.bidiControl"),
});
type Writing = { input: z.infer<typeof conversationInput>; now: Date };

/**
 * A reviewer asks the members of an event's organisation something, outside of a decision. They read it as a coordinator's,
 * without a name; what they wrote before counts as read.
 * @throws DomainError unauthenticated, not_found (another territory), own_event, forbidden
 */
export async function askOrganiser(
	tx: Tx,
	viewer: Viewer,
	{ input: { eventId, text }, now }: Writing,
): Promise<{ messageId: string }> {
	const event = await lockEvent(tx, eventId);
	requireCan(viewer, { action: "event.decide", event });
	await markRead(tx, eventId, now);
	const messageId = await write(tx, viewer, { eventId, text, isReviewer: true, now });
	const about = await aboutEvent(tx, event);
	for (const { email, locale } of await listMembersToTell(tx, event.organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "coordinatorAsks",
			props: { eventId, title: titleFor(about, locale), message: text },
		});
	return { messageId };
}

/**
 * A member answers, or objects to the event's being hidden. It reaches the reviewer who has taken the event on, else who
 * asked last, else those of the country.
 * @throws DomainError unauthenticated, not_found, forbidden, illegal_transition (nobody has asked), rate_limited
 */
export async function answerReviewers(
	tx: Tx,
	viewer: Viewer,
	{ input: { eventId, text }, now }: Writing,
): Promise<{ messageId: string }> {
	const event = await lockEvent(tx, eventId);
	requireCan(viewer, { action: "event.edit", event });
	if (!(await mayAnswer(tx, eventId))) throw new DomainError("illegal_transition");
	const since = new Date(now.getTime() - DAY_MS);
	const sent = await tx.reviewMessage.count({
		where: { eventId, isReviewer: false, createdAt: { gt: since } },
	});
	if (sent >= MAX_ANSWERS_A_DAY) throw new DomainError("rate_limited");
	const messageId = await write(tx, viewer, { eventId, text, isReviewer: false, now });
	const about = await aboutEvent(tx, event);
	for (const { email, locale } of await listAsking(tx, event, now))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "organiserAnswers",
			props: {
				eventId,
				title: titleFor(about, locale),
				organisation: about.organisation,
				message: text,
			},
		});
	return { messageId };
}

/** Whether members may write: once a reviewer has, or has hidden the event. */
export async function mayAnswer(tx: Pick<Tx, "event">, eventId: string): Promise<boolean> {
	const asked = await tx.event.count({
		where: {
			id: eventId,
			OR: [{ messages: { some: { isReviewer: true } } }, { takeDowns: { some: {} } }],
		},
	});
	return asked > 0;
}

/**
 * Notes that a reviewer has read what the members wrote.
 * @throws DomainError unauthenticated, not_found (another territory), own_event, forbidden
 */
export async function readAnswers(
	tx: Tx,
	viewer: Viewer,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "event.decide", event: await lockEvent(tx, eventId) });
	await markRead(tx, eventId, now);
}

async function markRead(tx: Tx, eventId: string, now: Date): Promise<void> {
	await tx.reviewMessage.updateMany({
		where: { eventId, isReviewer: false, readAt: null },
		data: { readAt: now },
	});
}

async function write(
	tx: Tx,
	author: SignedInViewer,
	message: { eventId: string; text: string; isReviewer: boolean; now: Date },
): Promise<string> {
	const { eventId, text, isReviewer, now } = message;
	const { id } = await tx.reviewMessage.create({
		data: { eventId, authorId: author.id, isReviewer, text, createdAt: now },
		select: { id: true },
	});
	await audit(tx, {
		actorId: author.id,
		action: isReviewer ? "event.asked" : "event.answered",
		subjectType: "event",
		subjectId: eventId,
		detail: { messageId: id, length: text.length },
		at: now,
	});
	return id;
}

async function aboutEvent(tx: Tx, { id }: LockedEvent) {
	const { latestRevision, organisation } = await tx.event.findUniqueOrThrow({
		where: { id },
		select: {
			organisation: { select: { name: true } },
			latestRevision: { select: { texts: { select: { locale: true, title: true } } } },
		},
	});
	return { texts: latestRevision?.texts ?? [], organisation: organisation.name };
}

async function listAsking(tx: Tx, event: LockedEvent, now: Date): Promise<Person[]> {
	const { assigneeId, messages } = await tx.event.findUniqueOrThrow({
		where: { id: event.id },
		select: {
			assigneeId: true,
			messages: {
				where: { isReviewer: true },
				orderBy: { createdAt: "desc" },
				take: 1,
				select: { authorId: true },
			},
		},
	});
	const country = event.country ?? "";
	// Days without a zone: the last one lasts until it is over everywhere.
	const yesterday = new Date(now.getTime() - DAY_MS);
	const { organisationIds, userId } = concernedBy(event);
	for (const id of [assigneeId, messages[0]?.authorId]) {
		if (!id || id === userId) continue;
		const reviewer = await tx.user.findFirst({
			where: {
				id,
				disabledAt: null,
				absences: { none: { fromDate: { lte: now }, toDate: { gte: yesterday } } },
				memberships: { none: { organisationId: { in: organisationIds } } },
				OR: [
					{ isAdmin: true },
					{ coordinatorOf: { some: { territory: { countries: { some: { country } } } } } },
				],
			},
			select: { email: true, locale: true },
		});
		if (reviewer) return [reviewer];
	}
	return listReviewersOf(tx, { country, except: concernedBy(event), now });
}
