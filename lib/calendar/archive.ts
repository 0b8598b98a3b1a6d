import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { type Attendance, attendanceOf } from "./attendance";
import type { CalendarRow } from "./calendar-row";
import { countBy, type Numbers, numbersOf } from "./numbers";
import { currentSnapshot } from "./snapshot";

export type TypeCount = { type: string; events: number };

export type SeasonSummary = {
	/** Null: the year is not known. */
	season: number | null;
	numbers: Numbers;
	/** Most first; an event of two types counts under both. */
	types: TypeCount[];
};

/** Every season that has events, the newest first, the unknown year last. */
export async function readArchive(): Promise<SeasonSummary[]> {
	const { seasons } = await currentSnapshot();
	return [...seasons].map(([season, rows]) => summaryOf(season, rows));
}

/** An event in one line. */
export type EventLine = {
	id: string;
	season: number | null;
	slug: string;
	/** "YYYY-MM-DD"; null where the day is not known. */
	startDate: string | null;
	endDate: string | null;
	cityGeonameId: number | null;
	cityName: string | null;
	status: "scheduled" | "rescheduled" | "postponed" | "cancelled";
	isDemo: boolean;
	texts: { locale: string; title: string }[];
};

export type SeasonPage = SeasonSummary & {
	/** Of the season before; null where the calendar has no event of it. */
	before: Numbers | null;
	/** What organisers reported of how many came; null where none has. */
	attendance: Attendance | null;
	/** The nearest seasons that have events. */
	earlier: number | null;
	later: number | null;
	/** Most events first, each with its first lines. */
	countries: { country: string; events: number; first: EventLine[] }[];
};

const LINES_PER_COUNTRY = 3;

/** What the page of a season shows; null where it has no event. */
export async function readSeason(season: number | null): Promise<SeasonPage | null> {
	const { seasons } = await currentSnapshot();
	const rows = seasons.get(season);
	if (!rows) return null;
	const counts = countBy(rows, ({ country }) => [country]);
	const first = new Map([...counts.keys()].map((country) => [country, firstOf(rows, country)]));
	const lines = await readLines([...first.values()].flat());
	const before = season === null ? undefined : seasons.get(season - 1);
	return {
		...summaryOf(season, rows),
		before: before ? numbersOf(before) : null,
		attendance: await attendanceOf(season),
		...neighboursOf(season, [...seasons.keys()]),
		countries: [...counts].map(([country, events]) => ({
			country,
			events,
			first: (first.get(country) ?? []).flatMap(({ id }) => lines.get(id) ?? []),
		})),
	};
}

function summaryOf(season: number | null, rows: readonly CalendarRow[]): SeasonSummary {
	const types = [...countBy(rows, (row) => row.types)];
	return {
		season,
		numbers: numbersOf(rows),
		types: types.map(([type, events]) => ({ type, events })),
	};
}

function firstOf(rows: readonly CalendarRow[], country: string): CalendarRow[] {
	return rows.filter((row) => row.country === country).slice(0, LINES_PER_COUNTRY);
}

function neighboursOf(season: number | null, seasons: readonly (number | null)[]) {
	const years = seasons.filter((each) => each !== null);
	if (season === null) return { earlier: null, later: null };
	return {
		earlier: years.find((year) => year < season) ?? null,
		later: years.findLast((year) => year > season) ?? null,
	};
}

const lineSelect = {
	id: true,
	season: true,
	slug: true,
	startDate: true,
	endDate: true,
	cityGeonameId: true,
	cityName: true,
	status: true,
	isDemo: true,
	texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
} satisfies Prisma.PublishedEventSelect;

async function readLines(events: readonly { id: string }[]): Promise<Map<string, EventLine>> {
	const rows = await db.publishedEvent.findMany({
		where: { id: { in: events.map(({ id }) => id) }, visibility: "public" },
		select: lineSelect,
	});
	return new Map(
		rows.map((row) => [
			row.id,
			{
				...row,
				startDate: fromDateColumn(row.startDate),
				endDate: fromDateColumn(row.endDate),
			},
		]),
	);
}
