import { listReviewersOf } from "@/lib/accounts/reviewers";
import { recapContent } from "@/lib/calendar/recap-content";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { Viewer } from "@/lib/permissions/viewer";
import { titleFor } from "./submit-event";
import { transitionRecap } from "./transition-recap";

/**
 * Hands the draft of a recap to the reviewers of the event's country; from then on that version cannot change.
 * @param notify false where nobody has to read it first
 * @throws DomainError as `transitionRecap` does; invalid (it says nothing)
 */
export async function submitRecap(
	tx: Tx,
	viewer: Viewer,
	{
		eventId,
		recapVersion,
		now,
		notify = true,
	}: { eventId: string; recapVersion: number; now: Date; notify?: boolean },
): Promise<{ version: number }> {
	const { before, event, version } = await transitionRecap(tx, viewer, {
		eventId,
		action: "submit",
		expectedVersion: recapVersion,
		now,
	});
	if (before.latestId === null) throw new DomainError("illegal_transition");
	await requireSomething(tx, before.latestId);
	await tx.recapVersion.update({
		where: { id: before.latestId },
		data: { submittedAt: now },
		select: { id: true },
	});
	await tx.recap.update({
		where: { eventId },
		data: { submittedAt: now },
		select: { eventId: true },
	});
	if (notify) await tellReviewers(tx, { eventId, organisationId: event.organisationId });
	return { version };
}

async function requireSomething(tx: Tx, versionId: string): Promise<void> {
	const { attendanceMin, content, _count } = await tx.recapVersion.findUniqueOrThrow({
		where: { id: versionId },
		select: { attendanceMin: true, content: true, _count: { select: { pictures: true } } },
	});
	const lists = Object.values(recapContent.parse(content));
	if (attendanceMin !== null || _count.pictures > 0 || lists.some((list) => list.length > 0))
		return;
	throw new DomainError("invalid", { fields: { attendanceMin: "recap.empty" } });
}

async function tellReviewers(
	tx: Tx,
	{ eventId, organisationId }: { eventId: string; organisationId: string },
): Promise<void> {
	const published = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			country: true,
			texts: { select: { locale: true, title: true } },
			event: { select: { organisation: { select: { name: true } } } },
		},
	});
	const reviewers = await listReviewersOf(tx, {
		country: published.country,
		exceptOrganisationId: organisationId,
	});
	for (const { email, locale } of reviewers) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "recapWaiting",
			props: {
				eventId,
				title: titleFor(published, locale),
				organisation: published.event.organisation.name,
				country: published.country,
			},
		});
	}
}
