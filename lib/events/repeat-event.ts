import { audit } from "@/lib/audit/audit";
import { readHours } from "@/lib/calendar/opening-hours";
import type { Tx } from "@/lib/db/client";
import { fromDateColumn, toDateColumn } from "@/lib/db/columns";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { yearOf } from "@/lib/time/wall-time";
import { followNaming } from "./ask-co-organisers";
import { copyRevision } from "./copy-revision";
import { planRepeat, type RepeatPlan } from "./plan-repeat";
import { findRepetition, rootOf } from "./relatives";
import { wholesOf } from "./super-event";
import { lockEvent } from "./transition";

/**
 * Begins the event of a new season as a draft that says what the public version of an earlier one says; the earlier one
 * is not touched. Who comes second, in another window, as a colleague or from another year of the same event, is led to
 * the draft that is there already.
 * What was said of the earlier event alone is left out: its status and the source of the archive.
 * @throws DomainError unauthenticated, not_found, forbidden; illegal_transition (not public, or not over yet)
 */
export async function repeatEvent(
	tx: Tx,
	viewer: Viewer,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<{ eventId: string; isNew: boolean }> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const earlier = await lockEvent(tx, eventId);
	requireCan(viewer, { action: "event.edit", event: earlier });
	requireCan(viewer, { action: "event.create", organisationId: earlier.organisationId });
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			revisionId: true,
			isDemo: true,
			datePrecision: true,
			year: true,
			startDate: true,
			endDate: true,
			timezone: true,
		},
	});
	const plan =
		published &&
		planRepeat(
			{
				...published,
				startDate: fromDateColumn(published.startDate),
				endDate: fromDateColumn(published.endDate),
			},
			now,
		);
	if (!published || !plan) throw new DomainError("illegal_transition");
	// Whoever repeats another year of the same event waits here, and finds this one.
	await lockNames(tx, `years of ${await rootOf(tx, eventId)}`);
	const known = await findRepetition(tx, { eventId, season: plan.season });
	if (known) return { eventId: known, isNew: false };
	const event = await tx.event.create({
		data: {
			organisationId: earlier.organisationId,
			createdById: viewer.id,
			isDemo: published.isDemo,
			repeatsId: eventId,
		},
		select: { id: true },
	});
	const revisionId = await beginDraft(tx, viewer, {
		eventId: event.id,
		organisationId: earlier.organisationId,
		revisionId: published.revisionId,
		plan,
	});
	await askAgain(tx, {
		event: { id: event.id, organisationId: earlier.organisationId },
		revisionId,
		actorId: viewer.id,
		now,
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "event.repeated",
		subjectType: "event",
		subjectId: event.id,
		detail: { organisationId: earlier.organisationId, repeatsId: eventId, season: plan.season },
		at: now,
	});
	return { eventId: event.id, isNew: true };
}

/** A new event is a new request; where too many were made today, the draft is there all the same and its save asks. */
async function askAgain(
	tx: Tx,
	naming: Omit<Parameters<typeof followNaming>[1], "mayAsk">,
): Promise<void> {
	try {
		await followNaming(tx, { ...naming, mayAsk: true });
	} catch (error) {
		if (!(error instanceof DomainError) || error.code !== "invalid") throw error;
	}
}

async function beginDraft(
	tx: Tx,
	viewer: SignedInViewer,
	{
		eventId,
		organisationId,
		revisionId,
		plan,
	}: { eventId: string; organisationId: string; revisionId: string; plan: RepeatPlan },
): Promise<string> {
	const { openingHours, superEventId } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { openingHours: true, superEventId: true },
	});
	const copy = await copyRevision(tx, revisionId, {
		eventId,
		number: 1,
		authorId: viewer.id,
		changes: {
			// The form takes version 0 for a draft in which nothing was said yet.
			version: 1,
			status: "scheduled",
			statusReason: null,
			datePrecision: "day",
			year: yearOf(plan.startDate),
			startDate: toDateColumn(plan.startDate),
			endDate: toDateColumn(plan.endDate),
			startDisambiguation: null,
			endDisambiguation: null,
			sourceUrl: null,
			sourceTitle: null,
			sourceNote: null,
			// Dates that differed were those of the earlier season.
			openingHours: { week: readHours(openingHours).week, dates: [] },
			superEventId: await findWholeAgain(tx, { superEventId, organisationId, season: plan.season }),
		},
	});
	await tx.event.update({
		where: { id: eventId },
		data: { latestRevisionId: copy },
		select: { id: true },
	});
	return copy;
}

/** The repetition of what the earlier event was part of, where there is one already that this one can be part of. */
async function findWholeAgain(
	tx: Tx,
	{
		superEventId,
		organisationId,
		season,
	}: { superEventId: string | null; organisationId: string; season: number },
): Promise<string | null> {
	if (superEventId === null) return null;
	const id = await findRepetition(tx, { eventId: superEventId, season });
	if (id === null) return null;
	const whole = await tx.event.findFirst({
		where: { AND: [wholesOf(organisationId), { id }] },
		select: { id: true },
	});
	return whole?.id ?? null;
}
