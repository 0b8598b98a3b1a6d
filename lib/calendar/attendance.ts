import { db } from "@/lib/db/client";

export type Attendance = {
	/** How many events say how many came. */
	events: number;
	/** All of them together but parts of what says itself, a range counted by its middle, rounded to two digits. */
	people: number;
};

/** What the recaps of a season's listed events say of how many came; null where none does. */
export async function attendanceOf(season: number | null): Promise<Attendance | null> {
	const [row] = await db.$queryRaw<{ events: bigint; people: number | null }[]>`
		SELECT count(*) AS events, sum((r."attendanceMin" + r."attendanceMax") / 2.0)
			FILTER (WHERE w."attendanceMin" IS NULL)::float8 AS people
		FROM "PublishedRecap" r JOIN "PublishedEvent" e ON e."id" = r."eventId"
			LEFT JOIN ("PublishedRecap" w JOIN "PublishedEvent" o ON o."id" = w."eventId"
				AND o."visibility" = 'public' AND o."status" IN ('scheduled', 'rescheduled'))
				ON w."eventId" = e."superEventId" AND o."season" IS NOT DISTINCT FROM e."season"
		WHERE e."season" IS NOT DISTINCT FROM ${season}::int AND e."visibility" = 'public'
			AND e."status" IN ('scheduled', 'rescheduled') AND r."attendanceMin" IS NOT NULL`;
	const events = Number(row?.events ?? 0);
	return events === 0 ? null : { events, people: rounded(Number(row?.people ?? 0)) };
}

/** To two digits that count: the sum of estimates is no better. */
function rounded(people: number): number {
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(people, 1))) - 1);
	return Math.round(people / unit) * unit;
}
