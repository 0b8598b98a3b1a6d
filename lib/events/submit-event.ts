import { concernedBy, listReviewersOf } from "@/lib/accounts/reviewers";
import { writtenHours } from "@/lib/calendar/opening-hours";
import { writtenProgramme } from "@/lib/calendar/programme";
import type { Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { findMissing } from "./find-missing";
import { type RevisionContent, revisionSelect, toContent } from "./revision";
import { requireOpenWindow } from "./season-window";
import { isOff, statusToSubmit } from "./status-to-submit";
import { type LockedEvent, transition } from "./transition";

const DAY_MS = 86_400_000;
/** An event that begins sooner is told of by a mail of its own. */
const URGENT_DAYS = 3;

/**
 * Hands the open draft to the reviewers of its country; from then on the revision cannot change.
 * @param notify false for imports, which would flood people with mail
 * @param asksWindow false for what an operator imports
 * @throws DomainError as `transition` does; invalid with the fields that are missing; season_closed
 */
export async function submitEvent(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		eventVersion,
		now,
		notify = true,
		asksWindow = true,
	}: {
		eventId: string;
		eventVersion: number | null;
		now: Date;
		notify?: boolean;
		asksWindow?: boolean;
	},
): Promise<{ eventVersion: number }> {
	const { actor, before, version } = await transition(tx, viewer, {
		eventId,
		action: "submit",
		expectedVersion: eventVersion,
		now,
	});
	if (before.latestRevisionId === null) throw new DomainError("illegal_transition");
	const content = toContent(
		await tx.eventRevision.findUniqueOrThrow({
			where: { id: before.latestRevisionId },
			select: revisionSelect,
		}),
	);
	const missing = await findMissing(tx, content, now);
	if (Object.keys(missing).length > 0) throw new DomainError("invalid", { fields: missing });
	if (asksWindow) await requireOpenWindow(tx, { eventId, schedule: content.schedule, now });
	await tx.eventText.deleteMany({ where: { revisionId: content.id, title: "" } });
	const status = await statusToSubmit(tx, eventId, content);
	if (!isOff(status))
		await tx.eventText.updateMany({
			where: { revisionId: content.id },
			data: { statusReason: null },
		});
	await tx.eventRevision.update({
		where: { id: content.id },
		data: {
			submittedAt: now,
			status,
			programme: writtenProgramme(content.programme),
			openingHours: writtenHours(content.openingHours, content.schedule),
			...(isOff(status) ? {} : { statusReason: null }),
		},
		select: { id: true },
	});
	await tx.event.update({
		where: { id: eventId },
		data: {
			submittedAt: now,
			country: content.country,
			...standing(content, { isPublished: before.isPublished, now }),
		},
		select: { id: true },
	});
	if (notify) await notifyAll(tx, actor, { event: before, content, now });
	return { eventVersion: version };
}

/** Where it stands in the queue, by what it says alone; of a change the reviewers' room judges the weight. */
export function standing(
	{ schedule: { startDate, endDate } }: Pick<RevisionContent, "schedule">,
	{ isPublished, now }: { isPublished: boolean; now: Date },
) {
	const lastDay = endDate ?? startDate;
	const isToCome = lastDay !== null && lastDay >= now.toISOString().slice(0, 10);
	return {
		waitingAs: isPublished ? ("small_change" as const) : ("new" as const),
		dueOn: isToCome ? toDateColumn(startDate) : null,
	};
}

async function notifyAll(
	tx: Tx,
	actor: SignedInViewer,
	{ event, content, now }: { event: LockedEvent; content: RevisionContent; now: Date },
): Promise<void> {
	const { id: eventId } = event;
	const title = titleFor(content, actor.locale);
	await enqueueMail(tx, {
		to: actor.email,
		locale: actor.locale,
		template: "eventSubmitted",
		props: { eventId, title },
	});
	if (!isUrgent(content, now)) return;
	const reviewers = await listReviewersOf(tx, {
		country: content.country ?? "",
		except: concernedBy(event),
		now,
	});
	// Mailed within a minute, and not each by itself in the last days (lib/moderation/send-urgent).
	await tx.urgentSubmission.createMany({
		data: reviewers.map(({ id: userId }) => ({ userId, eventId, at: now })),
		skipDuplicates: true,
	});
}

/** Whether it would be too late to read of it in tomorrow's mail (lib/moderation/send-digests). */
function isUrgent(content: Pick<RevisionContent, "schedule">, now: Date): boolean {
	const { dueOn } = standing(content, { isPublished: false, now });
	return dueOn !== null && dueOn.getTime() - now.getTime() < URGENT_DAYS * DAY_MS;
}

/** The title of a revision in the reader's language, or in its best one. */
export function titleFor(
	content: { texts: readonly { locale: string; title: string }[] },
	locale: string,
): string {
	const titled = content.texts.filter((text) => text.title !== "");
	return bestText(titled, locale)?.text.title ?? "";
}
