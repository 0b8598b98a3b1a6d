import { readArchive } from "@/lib/calendar/archive";
import type { ThemeText } from "@/lib/calendar/season-theme";
import { db } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { type EarthPhase, earthPhase } from "@/lib/time/earth-day";
import { currentSeason } from "@/lib/time/season";
import { isSeason } from "./season-schema";

/** A season as the admins' desk shows it. */
export type SeasonView = {
	year: number;
	/** Public ones. */
	events: number;
	opensOn: string | null;
	closesOn: string | null;
	phase: EarthPhase;
	/** 0 while nothing was ever set. */
	version: number;
	texts: ThemeText[];
};

const seasonSelect = {
	year: true,
	opensOn: true,
	closesOn: true,
	version: true,
	texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true, text: true } },
} as const;

/**
 * Every season that has public events or something set, this one and the next, the newest first; for admins.
 * @throws DomainError unauthenticated, forbidden
 */
export async function listSeasonViews(viewer: Viewer, now: Date): Promise<SeasonView[]> {
	requireCan(viewer, { action: "seasons.edit" });
	const [rows, counts] = await Promise.all([
		db.season.findMany({ select: seasonSelect }),
		countEvents(),
	]);
	const current = currentSeason(now);
	const years = new Set([
		...rows.map(({ year }) => year),
		...counts.keys(),
		...[current, current + 1],
	]);
	return [...years]
		.sort((a, b) => b - a)
		.map((year) =>
			toView({ year, row: rows.find((row) => row.year === year), events: counts.get(year), now }),
		);
}

/** One season, to edit. @throws DomainError unauthenticated, forbidden, not_found (too far away) */
export async function getSeasonView(viewer: Viewer, year: number, now: Date): Promise<SeasonView> {
	requireCan(viewer, { action: "seasons.edit" });
	if (!isSeason(year, now)) throw new DomainError("not_found");
	const [row, counts] = await Promise.all([
		db.season.findUnique({ where: { year }, select: seasonSelect }),
		countEvents(),
	]);
	return toView({ year, row: row ?? undefined, events: counts.get(year), now });
}

type Row = {
	opensOn: Date | null;
	closesOn: Date | null;
	version: number;
	texts: ThemeText[];
};

function toView({
	year,
	row,
	events = 0,
	now,
}: {
	year: number;
	row: Row | undefined;
	events: number | undefined;
	now: Date;
}): SeasonView {
	const opensOn = fromDateColumn(row?.opensOn ?? null);
	const closesOn = fromDateColumn(row?.closesOn ?? null);
	return {
		year,
		events,
		opensOn,
		closesOn,
		phase: earthPhase({ first: opensOn, last: closesOn }, now),
		version: row?.version ?? 0,
		texts: row?.texts ?? [],
	};
}

async function countEvents(): Promise<Map<number, number>> {
	const seasons = await readArchive();
	return new Map(
		seasons.flatMap(({ season, numbers }) => (season === null ? [] : [[season, numbers.events]])),
	);
}
