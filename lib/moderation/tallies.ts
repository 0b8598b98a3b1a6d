import { db, Prisma } from "@/lib/db/client";
import { type SubmissionScope, seasonSubmissions } from "./season-submissions";

/** What became of some submissions. */
export type Tally = {
	submissions: number;
	/** That they are versions of. */
	events: number;
	/** By a reviewer who read it. */
	approved: number;
	byTrust: number;
	changesRequested: number;
	rejected: number;
	waiting: number;
	/** By its organiser, before anybody decided. */
	takenBack: number;
	/** From a submission to the decision of a reviewer; null where there was none. */
	medianHours: number | null;
	/** Nine of ten were decided within this time. */
	ninetiethHours: number | null;
};

/** What is counted of them, in the order of pages and files. */
export const COUNTED = [
	"submissions",
	"events",
	"approved",
	"byTrust",
	"changesRequested",
	"rejected",
	"takenBack",
	"waiting",
] as const satisfies readonly (keyof Tally)[];

/** A value of a dimension, such as a country's code, in a season and in the one before it. */
export type Compared<Value> = { key: string; now: Value; before: Value };

const DIMENSIONS = ["all", "country", "type", "attendance", "language"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Tallies = Record<Dimension, Compared<Tally>[]>;

type Row = Tally & { season: number; dimension: Dimension; key: string };

const NO_TALLY: Tally = {
	submissions: 0,
	events: 0,
	approved: 0,
	byTrust: 0,
	changesRequested: 0,
	rejected: 0,
	waiting: 0,
	takenBack: 0,
	medianHours: null,
	ninetiethHours: null,
};

const MEASURES = Prisma.sql`
	count(*)::int AS submissions, count(DISTINCT "eventId")::int AS events,
	count(*) FILTER (WHERE outcome = 'approve')::int AS approved,
	count(*) FILTER (WHERE outcome = 'by_trust')::int AS "byTrust",
	count(*) FILTER (WHERE outcome = 'request_changes')::int AS "changesRequested",
	count(*) FILTER (WHERE outcome = 'reject')::int AS rejected,
	count(*) FILTER (WHERE outcome = 'waiting')::int AS waiting,
	count(*) FILTER (WHERE outcome = 'taken_back')::int AS "takenBack",
	(percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::float8 AS "medianHours",
	(percentile_cont(0.9) WITHIN GROUP (ORDER BY hours))::float8 AS "ninetiethHours"`;

/** The submissions of a season and of the one before it, in all and by what they say, the most first. */
export async function readTallies(scope: SubmissionScope): Promise<Tallies> {
	const [plain, byLanguage] = await Promise.all([
		db.$queryRaw<Row[]>`
			SELECT season, CASE GROUPING(country, type, attendance)
					WHEN 3 THEN 'country' WHEN 5 THEN 'type' WHEN 6 THEN 'attendance' ELSE 'all' END AS dimension,
				COALESCE(country, type, attendance, '') AS key, ${MEASURES}
			FROM ${seasonSubmissions(scope)} s
			GROUP BY GROUPING SETS ((season), (season, country), (season, type), (season, attendance))`,
		db.$queryRaw<Row[]>`
			SELECT season, 'language' AS dimension, t."locale" AS key, ${MEASURES}
			FROM ${seasonSubmissions(scope)} s JOIN "EventText" t ON t."revisionId" = s."id"
			GROUP BY season, t."locale"`,
	]);
	const rows = [...plain, ...byLanguage];
	const ofDimension = (dimension: Dimension) =>
		compared(
			rows.filter((row) => row.dimension === dimension),
			scope.season,
		);
	return {
		all: ofDimension("all"),
		country: ofDimension("country"),
		type: ofDimension("type"),
		attendance: ofDimension("attendance"),
		language: ofDimension("language"),
	};
}

/** The only row of a dimension without values. */
export function totalOf({ all }: Tallies): Compared<Tally> {
	return all[0] ?? { key: "", now: NO_TALLY, before: NO_TALLY };
}

function compared(rows: readonly Row[], season: number): Compared<Tally>[] {
	const keys = [...new Set(rows.map(({ key }) => key))];
	const tallyIn = (year: number, key: string) =>
		toTally(rows.find((row) => row.season === year && row.key === key));
	return keys
		.map((key) => ({ key, now: tallyIn(season, key), before: tallyIn(season - 1, key) }))
		.sort(
			(one, other) =>
				other.now.submissions - one.now.submissions ||
				other.before.submissions - one.before.submissions ||
				one.key.localeCompare(other.key),
		);
}

function toTally(row: Row | undefined): Tally {
	if (!row) return NO_TALLY;
	const { season: _, dimension: __, key: ___, ...tally } = row;
	return tally;
}
