import {
	columnsOf,
	partsOf,
	previousDayOf,
	publishableSelect,
	scheduleOf,
	slugOf,
} from "@/lib/calendar/publish";
import { type Published, toPublished, type Whole } from "@/lib/calendar/published";
import { findPublishedById } from "@/lib/calendar/queries";
import { db } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { seasonOfSchedule } from "@/lib/time/season";

/**
 * The open revision of an event as the public would read it, were it published now; null while its type, country or
 * time zone is missing, without which nothing can be shown.
 * @throws DomainError not_found when it is not the viewer's own
 */
export async function previewEvent(
	viewer: Viewer,
	eventId: string,
	now: Date,
): Promise<Published | null> {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: {
			organisationId: true,
			country: true,
			submittedAt: true,
			latestRevision: { select: publishableSelect },
			published: {
				select: {
					slug: true,
					uid: true,
					sequence: true,
					firstPublishedAt: true,
					startDate: true,
					previousStartDate: true,
				},
			},
		},
	});
	if (!event?.latestRevision || !can(viewer, { action: "event.edit", event }))
		throw new DomainError("not_found");
	const revision = event.latestRevision;
	if (revision.type === null || revision.country === null || revision.timezone === null)
		return null;
	const schedule = scheduleOf(revision);
	const columns = columnsOf(revision, schedule);
	const before = event.published;
	const season = seasonOfSchedule(schedule);
	const subEvents = (await findPublishedById(eventId))?.subEvents ?? [];
	return toPublished({
		...columns,
		...partsOf(eventId, revision),
		...schedule,
		id: eventId,
		pictures: revision.pictures,
		recap: null,
		superEvent: await publicWhole(revision.superEventId, season),
		subEvents,
		season,
		slug: before?.slug ?? slugOf(revision),
		uid: before?.uid ?? eventId,
		sequence: before?.sequence ?? 0,
		previousStartDate: fromDateColumn(previousDayOf(revision, before)),
		startsAtUtc: written(columns.startsAtUtc),
		endsAtUtc: written(columns.endsAtUtc),
		liveUntilUtc: written(columns.liveUntilUtc),
		sortAt: columns.sortAt.toISOString(),
		firstPublishedAt: (before?.firstPublishedAt ?? now).toISOString(),
		publishedAt: now.toISOString(),
	});
}

/** What the public would find it a part of: nothing while that is not public, or of another season. */
async function publicWhole(id: string | null, season: number | null): Promise<Whole | null> {
	const whole = id === null ? null : await findPublishedById(id);
	if (whole?.visibility !== "public" || whole.season !== season) return null;
	return whole;
}

function written(instant: Date | null): string | null {
	return instant?.toISOString() ?? null;
}
