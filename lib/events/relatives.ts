import type { Tx } from "@/lib/db/client";
import { seasonOf } from "@/lib/time/season";

/** How many years of one event are followed in each direction. */
const MAX_YEARS = 40;

/** Another year of an event: one that it repeats, that repeats it, or that repeats what it repeats; whatever is not withdrawn. */
export type Relative = {
	id: string;
	/** Of its newest version; null while that has no day. */
	season: number | null;
	/** Of what is public of it; null while nothing is, or without a year. */
	publicSeason: number | null;
};

/** The other years of each of the events, by their ids, the oldest rows first. */
export async function listRelatives(
	tx: Pick<Tx, "$queryRaw">,
	eventIds: readonly string[],
): Promise<Map<string, Relative[]>> {
	const rows = await tx.$queryRaw<
		{ of: string; id: string; startDate: string | null; publicSeason: number | null }[]
	>`
		WITH RECURSIVE up AS (
			SELECT "id" AS of, "id", "repeatsId", 0 AS depth FROM "Event" WHERE "id" = ANY(${[...eventIds]}::uuid[])
			UNION ALL
			SELECT u.of, e."id", e."repeatsId", u.depth + 1 FROM up u JOIN "Event" e ON e."id" = u."repeatsId"
			WHERE u.depth < ${MAX_YEARS}
		), down AS (
			SELECT * FROM (SELECT DISTINCT ON (of) of, "id", 0 AS depth FROM up ORDER BY of, up.depth DESC) roots
			UNION ALL
			SELECT d.of, e."id", d.depth + 1 FROM down d JOIN "Event" e ON e."repeatsId" = d."id"
			WHERE d.depth < ${2 * MAX_YEARS}
		)
		SELECT d.of, d."id", r."startDate"::text AS "startDate", p."season" AS "publicSeason"
		FROM down d JOIN "Event" e ON e."id" = d."id"
		LEFT JOIN "EventRevision" r ON r."id" = e."latestRevisionId"
		LEFT JOIN "PublishedEvent" p ON p."id" = d."id"
		WHERE d."id" <> d.of AND e."state" <> 'withdrawn' ORDER BY d."id"`;
	const relatives = new Map(eventIds.map((id): [string, Relative[]] => [id, []]));
	for (const { of, startDate, ...row } of rows) {
		const season = startDate === null ? null : seasonOf(startDate);
		relatives.get(of)?.push({ ...row, season });
	}
	return relatives;
}

/** The event that stands for a whole family of years: the first of them. */
export async function rootOf(tx: Pick<Tx, "$queryRaw">, eventId: string): Promise<string> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		WITH RECURSIVE up AS (
			SELECT "id", "repeatsId", 0 AS depth FROM "Event" WHERE "id" = ${eventId}::uuid
			UNION ALL
			SELECT e."id", e."repeatsId", u.depth + 1 FROM up u JOIN "Event" e ON e."id" = u."repeatsId"
			WHERE u.depth < ${MAX_YEARS}
		) SELECT "id" FROM up ORDER BY depth DESC LIMIT 1`;
	return rows[0]?.id ?? eventId;
}

/** The event of a season among the other years of an event, unless it was withdrawn; null while there is none. */
export async function findRepetition(
	tx: Pick<Tx, "$queryRaw">,
	{ eventId, season }: { eventId: string; season: number },
): Promise<string | null> {
	const relatives = (await listRelatives(tx, [eventId])).get(eventId) ?? [];
	return relatives.find((relative) => relative.season === season)?.id ?? null;
}
