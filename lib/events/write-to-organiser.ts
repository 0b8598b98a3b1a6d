import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { cleanText, hasBidiControl } from "@/lib/text/plain";
import { listMembersToTell } from "./people-to-tell";
import { titleFor } from "./submit-event";

export const MAX_MESSAGE_LENGTH = 2_000;
/** Messages in a day: to one organisation from everybody, and from one person to all, of these to one organisation. */
export const MAX_RECEIVED_A_DAY = 20;
export const MAX_SENT_A_DAY = 10;
export const MAX_SENT_TO_ONE_A_DAY = 3;
const DAY_MS = 86_400_000;

/** A message to the organiser of a public event, on behalf of one of the writer's organisations. */
export const messageInput = z.strictObject({
	eventId: z.uuid(),
	organisationId: z.uuid("field.choose"),
	message: z
		.string()
		// A browser counts a line break as one character and sends two.
		.transform((text) => cleanText(text))
		.pipe(z.string().min(10, "field.tooShort").max(MAX_MESSAGE_LENGTH, "field.tooLong"))
		.refine((text) => !hasBidiControl(text), "field.bidiControl"),
});
export type MessageInput = z.infer<typeof messageInput>;

/** Who would receive a message about a public event; null when it is not public or its organiser is nobody stated. */
export async function findRecipient(eventId: string) {
	const published = await db.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			season: true,
			slug: true,
			startDate: true,
			endDate: true,
			texts: { select: { locale: true, title: true } },
			event: {
				select: {
					organisation: {
						select: {
							id: true,
							name: true,
							_count: { select: { memberships: { where: { user: { disabledAt: null } } } } },
						},
					},
				},
			},
		},
	});
	if (!published) return null;
	const { event, ...rest } = published;
	const { _count, ...organisation } = event.organisation;
	return { ...rest, organisation: { ...organisation, hasMembers: _count.memberships > 0 } };
}

/**
 * Mails a message to the members of a public event's organisation. They see the writer's name, organisation and address,
 * to which an answer goes; the writer learns no address of theirs.
 * @throws DomainError unauthenticated, not_found (no member of `organisationId`; not public), organisation_held,
 * illegal_transition (one's own event, or nobody there to read it), rate_limited
 */
export async function writeToOrganiser(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: MessageInput; now: Date },
): Promise<void> {
	const { eventId, organisationId, message } = input;
	requireCan(viewer, { action: "organisation.answer", organisationId });
	const sender = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { name: true, heldAt: true },
	});
	if (sender.heldAt !== null) throw new DomainError("organisation_held");
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			texts: { select: { locale: true, title: true } },
			event: { select: { organisationId: true } },
		},
	});
	if (!published) throw new DomainError("not_found");
	const recipientId = published.event.organisationId;
	if (viewer.memberships.some((membership) => membership.organisationId === recipientId))
		throw new DomainError("illegal_transition");
	// Of two messages at once the second counts the first.
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id}::uuid FOR NO KEY UPDATE`;
	await lockOrganisation(tx, recipientId);
	await requireFewMessages(tx, { senderId: viewer.id, recipientId, now });
	const members = await listMembersToTell(tx, recipientId);
	if (members.length === 0) throw new DomainError("illegal_transition");
	for (const { email, locale } of members) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "organiserMessage",
			props: {
				title: titleFor(published, locale),
				organisation: sender.name,
				name: viewer.name ?? "",
				replyTo: viewer.email,
				message,
				eventId,
			},
		});
	}
	await audit(tx, {
		actorId: viewer.id,
		action: "organisation.written_to",
		subjectType: "organisation",
		subjectId: recipientId,
		detail: { eventId, from: organisationId, length: message.length },
		at: now,
	});
}

async function requireFewMessages(
	tx: Tx,
	{ senderId, recipientId, now }: { senderId: string; recipientId: string; now: Date },
): Promise<void> {
	const sent = {
		action: "organisation.written_to",
		subjectType: "organisation",
		at: { gt: new Date(now.getTime() - DAY_MS) },
	};
	const received = { ...sent, subjectId: recipientId };
	const isTooMuch =
		(await tx.auditEntry.count({ where: received })) >= MAX_RECEIVED_A_DAY ||
		(await tx.auditEntry.count({ where: { ...sent, actorId: senderId } })) >= MAX_SENT_A_DAY ||
		(await tx.auditEntry.count({ where: { ...received, actorId: senderId } })) >=
			MAX_SENT_TO_ONE_A_DAY;
	if (isTooMuch) throw new DomainError("rate_limited");
}
