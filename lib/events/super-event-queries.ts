import { eventPath } from "@/lib/calendar/event-view";
import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn, toDateColumn } from "@/lib/db/columns";
import { can } from "@/lib/permissions/can";
import { isMemberOf, type Viewer } from "@/lib/permissions/viewer";
import { commemorationOf, seasonOf, seasonOfSchedule } from "@/lib/time/season";
import { addDays, todayIn } from "@/lib/time/wall-time";
import type { MyEvent } from "./queries";
import { partsOfEvent, wholesOf } from "./super-event";

/** More are offered by nobody's form. */
const MAX_WHOLES = 200;

/** An event by what it is called: title in each language, first day "YYYY-MM-DD". */
export type NamedEvent = {
	id: string;
	texts: readonly { locale: string; title: string }[];
	startDate: string | null;
	/** Without the language; null while it is not public. */
	publicPath: string | null;
	organisationId: string;
};

const namedSelect = {
	id: true,
	organisationId: true,
	latestRevision: {
		select: { startDate: true, texts: { select: { locale: true, title: true } } },
	},
	published: { select: { season: true, slug: true } },
} satisfies Prisma.EventSelect;

/**
 * The events of which one of the viewer's own may be a part, the earliest first: of its season, or of those to come while
 * its day is not known, and those that have no day yet. The one that it names already is among them.
 */
export async function listWholes(
	{ id, organisationId, content }: Pick<MyEvent, "id" | "organisationId" | "content">,
	now: Date,
): Promise<NamedEvent[]> {
	const season = seasonOfSchedule(content.schedule);
	const day = season === null ? todayIn("UTC", now) : addDays(commemorationOf(season), -183);
	const until = season === null ? null : addDays(commemorationOf(season), 183);
	const range = { gte: toDateColumn(day), ...(until ? { lte: toDateColumn(until) } : {}) };
	const rows = await db.event.findMany({
		where: {
			OR: [
				{ id: { in: content.superEventId === null ? [] : [content.superEventId] } },
				{
					AND: [wholesOf(organisationId), { id: { not: id } }],
					state: { notIn: ["withdrawn", "rejected"] },
					latestRevision: { OR: [{ startDate: range }, { startDate: null, datePrecision: "day" }] },
				},
			],
		},
		orderBy: [{ latestRevision: { startDate: "asc" } }, { id: "asc" }],
		take: MAX_WHOLES,
		select: namedSelect,
	});
	return rows
		.map(toNamed)
		.filter(
			({ startDate, ...event }) =>
				season === null ||
				startDate === null ||
				seasonOf(startDate) === season ||
				event.id === content.superEventId,
		);
}

/** The events of the viewer's organisations that are part of one, the earliest first. */
export async function listParts(viewer: Viewer, eventId: string): Promise<NamedEvent[]> {
	if (viewer.kind === "anonymous") return [];
	const own = viewer.memberships.map(({ organisationId }) => organisationId);
	const rows = await db.event.findMany({
		where: { AND: [partsOfEvent(eventId), { organisationId: { in: own } }] },
		orderBy: [{ latestRevision: { startDate: "asc" } }, { id: "asc" }],
		take: MAX_WHOLES,
		select: namedSelect,
	});
	return rows.map(toNamed);
}

/**
 * An event as the viewer may read what it is called: as it is written now for its organisers, as it was last submitted for
 * reviewers, else as it is public; without a title where it is nothing of these. Null where there is no such event.
 */
export async function nameEvent(viewer: Viewer, eventId: string): Promise<NamedEvent | null> {
	const { select } = namedSelect.latestRevision;
	const event = await db.event.findUnique({
		where: { id: eventId },
		select: {
			...namedSelect,
			country: true,
			submittedAt: true,
			published: { select: { season: true, slug: true, revision: { select } } },
			coOrganisers: {
				where: { answer: "accepted", withdrawnAt: null },
				select: { organisationId: true },
			},
			revisions: {
				where: { submittedAt: { not: null } },
				orderBy: { number: "desc" },
				take: 1,
				select,
			},
		},
	});
	if (!event) return null;
	const { published, revisions, coOrganisers } = event;
	const hosts = [event, ...coOrganisers].map(({ organisationId }) => organisationId);
	if (hosts.some((host) => isMemberOf(viewer, host))) return toNamed(event);
	const submitted = can(viewer, { action: "event.read", event }) ? revisions[0] : null;
	return toNamed({ ...event, latestRevision: submitted ?? published?.revision ?? null });
}

function toNamed({
	id,
	organisationId,
	latestRevision,
	published,
}: Prisma.EventGetPayload<{ select: typeof namedSelect }>): NamedEvent {
	return {
		id,
		organisationId,
		texts: (latestRevision?.texts ?? []).filter(({ title }) => title !== ""),
		startDate: fromDateColumn(latestRevision?.startDate ?? null),
		publicPath: published && eventPath(published),
	};
}
