import { db, Prisma, type Tx } from "@/lib/db/client";
import { isReviewer, type Viewer } from "@/lib/permissions/viewer";

/** In the order in which they stand. */
export const WAITING_AS = ["important_change", "new", "small_change"] as const;

export type WaitingAs = (typeof WAITING_AS)[number];

/** What the day demands: the nearest day first, then changes of what people plan by, then what waits longest. */
export const QUEUE_ORDER: Prisma.EventOrderByWithRelationInput[] = [
	{ dueOn: { sort: "asc", nulls: "last" } },
	{ waitingAs: "asc" },
	{ submittedAt: "asc" },
	{ id: "asc" },
];

/**
 * The submission that follows an event in the queue and that the viewer may decide on, from the front again after the
 * last one; null when there is none.
 */
export async function nextInQueue(
	viewer: Viewer,
	eventId: string,
	tx: Tx = db,
): Promise<string | null> {
	if (!isReviewer(viewer)) return null;
	const mine = viewer.memberships.map(({ organisationId }) => organisationId);
	const countries = viewer.isAdmin
		? Prisma.empty
		: Prisma.sql`AND e."country" = ANY(${viewer.countries}::char(2)[])`;
	const [next] = await tx.$queryRaw<{ id: string }[]>`
		SELECT e."id" FROM "Event" e, "Event" this
		WHERE this."id" = ${eventId}::uuid AND e."id" <> this."id" AND e."state" = 'submitted'
			AND NOT e."organisationId" = ANY(${mine}::uuid[]) ${countries}
			AND NOT EXISTS (SELECT 1 FROM "CoOrganiser" c WHERE c."eventId" = e."id" AND c."answer" = 'accepted'
				AND c."withdrawnAt" IS NULL AND c."organisationId" = ANY(${mine}::uuid[]))
			AND NOT EXISTS (SELECT 1 FROM "EventRevision" r
				WHERE r."id" = e."latestRevisionId" AND r."authorId" = ${viewer.id}::uuid)
		ORDER BY ${place("e")} < ${place("this")}, ${place("e")}
		LIMIT 1`;
	return next?.id ?? null;
}

/** `QUEUE_ORDER` as one value to compare. */
function place(table: "e" | "this"): Prisma.Sql {
	const column = (name: string) => Prisma.raw(`${table}."${name}"`);
	return Prisma.sql`(COALESCE(${column("dueOn")}, 'infinity'), ${column("waitingAs")}, ${column("submittedAt")}, ${column("id")})`;
}
