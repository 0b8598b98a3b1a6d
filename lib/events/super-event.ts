import { db, type Prisma, type Tx } from "@/lib/db/client";
import { DomainError, type FieldErrors } from "@/lib/errors";
import type { Schedule } from "@/lib/time/schedule";
import { seasonOfSchedule } from "@/lib/time/season";
import { type RevisionContent, revisionSelect, toContent } from "./revision";

/** Versions that count for what is part of what: the one that its organiser works on, and the public one. */
const STANDING = {
	OR: [{ latestOf: { isNot: null } }, { published: { isNot: null } }],
} satisfies Prisma.EventRevisionWhereInput;

/** The events of which one of this organisation may be a part: its own, and those that it has accepted to hold with others. */
export function wholesOf(organisationId: string): Prisma.EventWhereInput {
	const isPartner = { some: { organisationId, answer: "accepted", withdrawnAt: null } } as const;
	return {
		AND: [
			{ OR: [{ organisationId }, { coOrganisers: isPartner }] },
			{ revisions: { none: { AND: [STANDING, { superEventId: { not: null } }] } } },
		],
	};
}

/** The events that are part of this one, by a version that counts. */
export function partsOfEvent(eventId: string): Prisma.EventWhereInput {
	return { revisions: { some: { AND: [STANDING, { superEventId: eventId }] } } };
}

/**
 * Ids of what an event is part of, by what is written of it, of its own parts, and of the other parts of its whole: the
 * public ones, and those of the same organisation.
 */
export async function listRelated(eventId: string, superEventId: string | null): Promise<string[]> {
	const related: Prisma.EventWhereInput[] = [partsOfEvent(eventId)];
	if (superEventId !== null)
		related.push(
			{ published: { superEventId } },
			{
				AND: [partsOfEvent(superEventId), { organisation: { events: { some: { id: eventId } } } }],
			},
		);
	const rows = await db.event.findMany({ where: { OR: related }, select: { id: true } });
	return [...(superEventId === null ? [] : [superEventId]), ...rows.map(({ id }) => id)];
}

/**
 * Refuses an event of which a locked one cannot be a part (decision record 0029): another organisation's, one that is
 * itself a part, and any where the event has parts. Null is no part of anything, and always possible.
 * @throws DomainError invalid with `superEventId`
 */
export async function requireWhole(
	tx: Tx,
	event: { id: string; organisationId: string },
	superEventId: string | null,
): Promise<void> {
	if (superEventId === null) return;
	if (superEventId === event.id) throw refused("superEvent.isSame");
	// Whoever makes it a part of something at this moment holds its row.
	await tx.$queryRaw`SELECT "id" FROM "Event" WHERE "id" = ${superEventId}::uuid FOR SHARE`;
	const own = wholesOf(event.organisationId);
	const whole = await tx.event.findFirst({
		where: { AND: [own, { id: superEventId }] },
		select: { id: true },
	});
	if (!whole) throw refused("superEvent.notPossible");
	const part = await tx.event.findFirst({ where: partsOfEvent(event.id), select: { id: true } });
	if (part) throw refused("superEvent.hasParts");
}

function refused(key: string): DomainError {
	return new DomainError("invalid", { fields: { superEventId: key } });
}

/** What keeps a part from being submitted: that the event which it belongs to is of another season, or of none yet; {} when nothing does. */
export async function checkSeasonOfWhole(
	tx: Pick<Tx, "event">,
	{ superEventId, schedule }: Pick<RevisionContent, "superEventId" | "schedule">,
): Promise<FieldErrors> {
	if (superEventId === null) return {};
	const seasons = await seasonsOf(tx, superEventId);
	return seasons.has(seasonOfSchedule(schedule)) ? {} : { superEventId: "superEvent.otherSeason" };
}

/** By the version that its organiser works on, and the public one. */
async function seasonsOf(tx: Pick<Tx, "event">, eventId: string): Promise<Set<number | null>> {
	const event = await tx.event.findUnique({
		where: { id: eventId },
		select: {
			latestRevision: { select: revisionSelect },
			published: { select: { season: true } },
		},
	});
	const seasons = new Set<number | null>();
	if (event?.latestRevision) seasons.add(seasonOfRevision(toContent(event.latestRevision)));
	if (event?.published) seasons.add(event.published.season);
	return seasons;
}

function seasonOfRevision({ schedule }: { schedule: Schedule }): number | null {
	return seasonOfSchedule(schedule);
}
