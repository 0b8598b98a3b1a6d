import { Prisma } from "@/lib/db/client";

/** Whose submissions count: of the season and of the one before it. */
export type SubmissionScope = {
	season: number;
	/** ISO 3166-1 alpha-2; null: all. */
	countries: readonly string[] | null;
	/** Those of the demonstration instead of the real ones. */
	countsExamples: boolean;
};

/**
 * The season of a version's date, as `seasonOf` has it: the seasons turn over on 28 August, which is 126 days before the
 * new year in every year.
 */
export const SEASON_OF_REVISION = Prisma.sql`CASE r."datePrecision"
	WHEN 'day' THEN extract(year FROM r."startDate" + 126)::int
	WHEN 'year' THEN r."year" END`;

/** Events of which somebody handed a version in: of the archive nobody did. */
export function submittedBySomebody(countsExamples: boolean): Prisma.Sql {
	return countsExamples
		? Prisma.sql`e."isDemo"`
		: Prisma.sql`(NOT e."isDemo" AND e."importKey" IS NULL)`;
}

/** A condition on a country's column. */
export function inCountries(column: Prisma.Sql, countries: readonly string[] | null): Prisma.Sql {
	return countries === null ? Prisma.sql`TRUE` : Prisma.sql`${column} = ANY(${countries}::text[])`;
}

/**
 * Every version that was handed in, with what became of it, as a subquery. A decision that was taken back does not count,
 * and neither does the version that it was made on: the copy that waits again does.
 */
export function seasonSubmissions({
	season,
	countries,
	countsExamples,
}: SubmissionScope): Prisma.Sql {
	return Prisma.sql`(
		SELECT r."id", r."eventId", e."organisationId", ${SEASON_OF_REVISION} AS season, r."country"::text AS country,
			r."type"::text AS type, r."attendanceMode"::text AS attendance, r."submittedAt",
			CASE WHEN d."isByTrust" THEN 'by_trust' WHEN d."id" IS NOT NULL THEN d."kind"::text
				WHEN e."state" = 'submitted' AND e."latestRevisionId" = r."id" THEN 'waiting'
				ELSE 'taken_back' END AS outcome,
			CASE WHEN NOT d."isByTrust" THEN extract(epoch FROM d."createdAt" - r."submittedAt") / 3600 END AS hours
		FROM "EventRevision" r JOIN "Event" e ON e."id" = r."eventId"
			LEFT JOIN "Decision" d ON d."revisionId" = r."id"
		WHERE r."submittedAt" IS NOT NULL AND NOT r."isCallOff" AND d."undoneAt" IS NULL
			AND ${submittedBySomebody(countsExamples)} AND ${inCountries(Prisma.sql`r."country"`, countries)}
			AND ${SEASON_OF_REVISION} IN (${season}::int, ${season - 1}::int))`;
}
