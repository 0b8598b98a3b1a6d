import { db, Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { seasonOfSchedule } from "@/lib/time/season";
import { findOutdated, type Outdated } from "./outdated";
import { planRepeat, type RepeatPlan } from "./plan-repeat";
import { findRepetition } from "./relatives";
import { type RevisionContent, revisionSelect, toContent } from "./revision";

/** How far back the years of one event are followed. */
const MAX_EARLIER = 40;

export type RepeatPreview = {
	/** What is public of the earlier event. */
	content: RevisionContent;
	organisation: string;
	plan: RepeatPlan;
	outdated: Outdated[];
	/** The event of the new season, where somebody has begun it already. */
	knownId: string | null;
};

/**
 * What repeating an event would carry over, when it would take place, and what is probably out of date.
 * @throws DomainError not_found (not theirs, not public, or not over yet)
 */
export async function getRepeat(
	viewer: Viewer,
	eventId: string,
	now: Date,
): Promise<RepeatPreview> {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: {
			organisationId: true,
			country: true,
			submittedAt: true,
			organisation: { select: { name: true } },
			published: {
				select: {
					revision: { select: revisionSelect },
				},
			},
		},
	});
	if (!event?.published || !can(viewer, { action: "event.edit", event }))
		throw new DomainError("not_found");
	const { revision } = event.published;
	const content = toContent(revision);
	const plan = planRepeat(content.schedule, now);
	if (!plan) throw new DomainError("not_found");
	const moved = { ...content.schedule, startDate: plan.startDate, endDate: plan.endDate };
	return {
		content,
		organisation: event.organisation.name,
		plan,
		outdated: findOutdated(
			{ ...content, schedule: moved },
			{ ...whenOf(content), olderTexts: await listOlderTexts(eventId) },
		),
		knownId: await findRepetition(db, { eventId, season: plan.season }),
	};
}

/** What is probably out of date in the open draft of a repeated event; nothing once it was handed in, or for others. */
export async function listOutdated(event: {
	repeatsId: string | null;
	submittedAt: Date | null;
	content: RevisionContent;
}): Promise<Outdated[]> {
	if (event.repeatsId === null || event.submittedAt !== null) return [];
	const earlier = await db.publishedEvent.findUnique({
		where: { id: event.repeatsId },
		select: { revision: { select: revisionSelect } },
	});
	if (!earlier) return [];
	const before = toContent(earlier.revision);
	const olderTexts = await listOlderTexts(event.repeatsId);
	return findOutdated(event.content, {
		...whenOf(before),
		// A day that was chosen since is no longer assumed.
		...(event.content.version > 1 && whenOf(before).startDate === null
			? { startDate: event.content.schedule.startDate }
			: {}),
		olderTexts: olderTexts.filter((locale) => isSameText(before, event.content, locale)),
	});
}

/** The events of earlier seasons of which an event is the repetition, the latest first. */
export async function listEarlierYears(
	viewer: Viewer,
	eventId: string,
): Promise<{ id: string; startDate: string | null; year: number | null }[]> {
	const chain = await db.$queryRaw<{ id: string; depth: number }[]>`
		WITH RECURSIVE chain AS (
			SELECT "repeatsId" AS id, 1 AS depth FROM "Event" WHERE "id" = ${eventId}::uuid
			UNION ALL
			SELECT e."repeatsId", c.depth + 1 FROM chain c JOIN "Event" e ON e."id" = c.id
			WHERE c.depth < ${MAX_EARLIER}
		) SELECT id, depth FROM chain WHERE id IS NOT NULL ORDER BY depth`;
	if (chain.length === 0) return [];
	const rows = await db.event.findMany({
		where: { AND: [{ id: { in: chain.map(({ id }) => id) } }, visibleTo(viewer)] },
		select: { id: true, latestRevision: { select: { startDate: true, year: true } } },
	});
	return chain.flatMap(({ id }) => {
		const row = rows.find((each) => each.id === id);
		if (!row?.latestRevision) return [];
		const { startDate, year } = row.latestRevision;
		return [{ id, startDate: fromDateColumn(startDate), year }];
	});
}

/** Languages whose title or description was last changed in an earlier version than that of another language. */
async function listOlderTexts(eventId: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ locale: string; changedIn: number }[]>(Prisma.sql`
		SELECT "locale", max("number") AS "changedIn" FROM (
			SELECT t."locale", r."number", (t."title", t."description") IS DISTINCT FROM
				lag((t."title", t."description")) OVER (PARTITION BY t."locale" ORDER BY r."number") AS changed
			FROM "EventText" t JOIN "EventRevision" r ON r."id" = t."revisionId"
			WHERE r."eventId" = ${eventId}::uuid AND r."submittedAt" IS NOT NULL
		) history WHERE changed GROUP BY "locale"`);
	const latest = Math.max(...rows.map(({ changedIn }) => changedIn));
	return rows.filter(({ changedIn }) => changedIn < latest).map(({ locale }) => locale);
}

function whenOf({ schedule }: RevisionContent) {
	return {
		season: seasonOfSchedule(schedule),
		startDate: schedule.datePrecision === "day" ? schedule.startDate : null,
	};
}

function isSameText(before: RevisionContent, after: RevisionContent, locale: string): boolean {
	const [old, now] = [before, after].map(({ texts }) =>
		texts.find((text) => text.locale === locale),
	);
	return old?.title === now?.title && old?.description === now?.description;
}
