import { db, Prisma } from "@/lib/db/client";
import { countriesReviewedBy, requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { commemorationOf, currentSeason } from "@/lib/time/season";
import { addDays } from "@/lib/time/wall-time";
import {
	inCountries,
	SEASON_OF_REVISION,
	type SubmissionScope,
	seasonSubmissions,
	submittedBySomebody,
} from "./season-submissions";
import { type Compared, readTallies } from "./tallies";

/** Days of which the submissions are told one by one. */
export const SHOWN_DAYS = 56;

/** What public recaps tell. */
export type RecapTally = {
	recaps: number;
	/** How many of them say how many came, and their sums. */
	told: number;
	attendanceMin: number;
	attendanceMax: number;
};

const NO_RECAPS: RecapTally = { recaps: 0, told: 0, attendanceMin: 0, attendanceMax: 0 };

export type Figures = Awaited<ReturnType<typeof readFigures>>;

/**
 * What came, what was decided and how fast in a season and the one before it, in the viewer's countries. Each version
 * that was handed in is a submission of the season of its date.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function readFigures(viewer: Viewer, { season, now }: { season: number; now: Date }) {
	requireCan(viewer, { action: "figures.read" });
	const countries = countriesReviewedBy(viewer);
	const scope = { season, countries, countsExamples: await countsExamples() };
	const [tallies, organisations, recaps, days] = await Promise.all([
		readTallies(scope),
		countOrganisations(scope),
		readRecaps(scope),
		readDays(scope, now),
	]);
	return { ...scope, tallies, organisations, recaps, days };
}

/** The seasons of what was handed in in the viewer's countries, and the current one, the newest first. */
export async function listFigureSeasons(viewer: Viewer, now: Date): Promise<number[]> {
	requireCan(viewer, { action: "figures.read" });
	const countries = countriesReviewedBy(viewer);
	const rows = await db.$queryRaw<{ season: number | null }[]>`
		SELECT DISTINCT ${SEASON_OF_REVISION} AS season
		FROM "EventRevision" r JOIN "Event" e ON e."id" = r."eventId"
		WHERE r."submittedAt" IS NOT NULL AND ${submittedBySomebody(await countsExamples())}
			AND ${inCountries(Prisma.sql`r."country"`, countries)}`;
	const seasons = rows.flatMap(({ season }) => season ?? []);
	return [...new Set([currentSeason(now), ...seasons])].sort((one, other) => other - one);
}

/** Whether only the demonstration has handed anything in, so that its events stand for the real ones. */
export async function countsExamples(): Promise<boolean> {
	const [row] = await db.$queryRaw<{ isReal: boolean }[]>`
		SELECT EXISTS (SELECT FROM "Event" e
			WHERE e."submittedAt" IS NOT NULL AND ${submittedBySomebody(false)}) AS "isReal"`;
	return row?.isReal === false;
}

/** Organisations of what was approved, the other ones that accepted included. */
async function countOrganisations(
	scope: SubmissionScope,
): Promise<{ now: number; before: number }> {
	const rows = await db.$queryRaw<{ season: number; count: number }[]>`
		WITH approved AS (SELECT * FROM ${seasonSubmissions(scope)} s WHERE outcome IN ('approve', 'by_trust'))
		SELECT season, count(DISTINCT "organisationId")::int AS count FROM (
			SELECT season, "organisationId" FROM approved
			UNION ALL
			SELECT a.season, c."organisationId" FROM approved a JOIN "CoOrganiser" c ON c."eventId" = a."eventId"
				AND c."answer" = 'accepted' AND c."withdrawnAt" IS NULL) o
		GROUP BY season`;
	const countIn = (year: number) => rows.find(({ season }) => season === year)?.count ?? 0;
	return { now: countIn(scope.season), before: countIn(scope.season - 1) };
}

/** By country (ISO 3166-1 alpha-2), and in all under "". */
async function readRecaps({
	season,
	countries,
	countsExamples: isDemo,
}: SubmissionScope): Promise<Compared<RecapTally>[]> {
	const rows = await db.$queryRaw<(RecapTally & { season: number; key: string })[]>`
		SELECT p."season", COALESCE(p."country"::text, '') AS key, count(*)::int AS recaps,
			count(c."attendanceMin")::int AS told,
			COALESCE(sum(c."attendanceMin") FILTER (WHERE w."attendanceMin" IS NULL), 0)::int AS "attendanceMin",
			COALESCE(sum(c."attendanceMax") FILTER (WHERE w."attendanceMin" IS NULL), 0)::int AS "attendanceMax"
		FROM "PublishedRecap" c JOIN "PublishedEvent" p ON p."id" = c."eventId"
			-- Whoever came to a part came to the whole, which counts them already.
			LEFT JOIN "PublishedRecap" w ON w."eventId" = p."superEventId"
		WHERE p."visibility" = 'public' AND p."isDemo" = ${isDemo}
			AND p."season" IN (${season}::int, ${season - 1}::int) AND ${inCountries(Prisma.sql`p."country"`, countries)}
		GROUP BY GROUPING SETS ((p."season"), (p."season", p."country"))`;
	const recapsIn = (year: number, key: string): RecapTally => {
		const row = rows.find((each) => each.season === year && each.key === key);
		if (!row) return NO_RECAPS;
		const { season: _, key: __, ...tally } = row;
		return tally;
	};
	return ["", ...new Set(rows.flatMap(({ key }) => (key === "" ? [] : key)))].map((key) => ({
		key,
		now: recapsIn(season, key),
		before: recapsIn(season - 1, key),
	}));
}

/** Submissions of the season by day (UTC): the last weeks until 26 February, or until now while it is still to come. */
async function readDays(
	scope: SubmissionScope,
	now: Date,
): Promise<{ date: string; count: number }[]> {
	const [last = ""] = [now.toISOString().slice(0, 10), commemorationOf(scope.season)].sort();
	const rows = await db.$queryRaw<{ date: string; count: number }[]>`
		SELECT to_char("submittedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date, count(*)::int AS count
		FROM ${seasonSubmissions(scope)} s WHERE season = ${scope.season}::int GROUP BY 1`;
	const counts = new Map(rows.map(({ date, count }) => [date, count]));
	return Array.from({ length: SHOWN_DAYS }, (_, index) => {
		const date = addDays(last, index - SHOWN_DAYS + 1);
		return { date, count: counts.get(date) ?? 0 };
	});
}
