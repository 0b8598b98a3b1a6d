import { db, type Tx } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { shareNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { type EarthPhase, earthPhase } from "@/lib/time/earth-day";
import type { Schedule } from "@/lib/time/schedule";
import { nextCommemoration, seasonOf, seasonOfSchedule } from "@/lib/time/season";
import { daysBetween, todayIn } from "@/lib/time/wall-time";

/** First and last day on which a new event of a season may be handed in; null: no limit (docs/decisions/0037). */
export type SeasonWindow = { season: number; opensOn: string | null; closesOn: string | null };

/** Why a new event of a season cannot be handed in: the window opens, or closed, on `day`. */
export type ShutWindow = { season: number; phase: Exclude<EarthPhase, "during">; day: string };

/** How a window stands, to be told in good time: it opens, closes or closed on `day`, `daysLeft` from now. */
export type WindowView = { season: number; phase: EarthPhase; day: string; daysLeft: number };

type Day = Pick<Schedule, "datePrecision" | "startDate" | "year">;
type Asked = { eventId: string; schedule: Day; now: Date };

/** What `saveSeason` locks and whoever hands an event in shares, so that who commits later sees the other. */
export function windowLock(season: number): string {
	return `submissions ${season}`;
}

/** Whether the window is shut, and until or since when. */
export function shutAt(window: SeasonWindow, now: Date): ShutWindow | null {
	const { season, opensOn, closesOn } = window;
	const phase = earthPhase({ first: opensOn, last: closesOn }, now);
	if (phase === "before" && opensOn !== null) return { season, phase, day: opensOn };
	if (phase === "after" && closesOn !== null) return { season, phase, day: closesOn };
	return null;
}

/**
 * Why the event cannot be handed in now, or null; holds the window as it stands until the end of the transaction. What is
 * public already, and what was handed in for that season before, passes always.
 */
export async function findShutWindow(
	tx: Tx,
	{ eventId, schedule, now }: Asked,
): Promise<ShutWindow | null> {
	const season = seasonOfSchedule(schedule);
	if (season === null) return null;
	await shareNames(tx, windowLock(season));
	const shut = (await readWindows(tx, [season])).map((window) => shutAt(window, now))[0] ?? null;
	return shut && (await isFirstOf(tx, eventId, season)) ? shut : null;
}

/** To be asked when an event is handed in. @throws DomainError season_closed */
export async function requireOpenWindow(tx: Tx, asked: Asked): Promise<void> {
	if (await findShutWindow(tx, asked)) throw new DomainError("season_closed");
}

/** The same for many new events, by their first days. @throws DomainError season_closed */
export async function requireOpenWindows(
	tx: Tx,
	{ days, now }: { days: readonly (string | null)[]; now: Date },
): Promise<void> {
	const seasons = [...new Set(days.flatMap((day) => (day === null ? [] : seasonOf(day))))].sort();
	for (const season of seasons) await shareNames(tx, windowLock(season));
	const windows = await readWindows(tx, seasons);
	if (windows.some((window) => shutAt(window, now))) throw new DomainError("season_closed");
}

/** All windows that are set, or those of some seasons. */
export async function readWindows(
	tx: Pick<Tx, "season">,
	seasons?: readonly number[],
): Promise<SeasonWindow[]> {
	const rows = await tx.season.findMany({
		where: {
			...(seasons ? { year: { in: [...seasons] } } : {}),
			OR: [{ opensOn: { not: null } }, { closesOn: { not: null } }],
		},
		orderBy: { year: "asc" },
		select: { year: true, opensOn: true, closesOn: true },
	});
	return rows.map(({ year, opensOn, closesOn }) => ({
		season: year,
		opensOn: fromDateColumn(opensOn),
		closesOn: fromDateColumn(closesOn),
	}));
}

/** What to tell of the window of the coming 26 February; null where there is nothing to. */
export async function findComingWindowView(now: Date): Promise<WindowView | null> {
	const [window] = await readWindows(db, [nextCommemoration(now, "UTC").season]);
	return window ? viewAt(window, now) : null;
}

/** What to tell of the window that an event has to be handed in by; null where there is nothing to. */
export async function findWindowView({
	eventId,
	schedule,
	now,
}: Asked): Promise<WindowView | null> {
	const season = seasonOfSchedule(schedule);
	const [window] = season === null ? [] : await readWindows(db, [season]);
	const view = window ? viewAt(window, now) : null;
	return view && (await isFirstOf(db, eventId, view.season)) ? view : null;
}

function viewAt(window: SeasonWindow, now: Date): WindowView | null {
	const { season, closesOn } = window;
	const shut = shutAt(window, now);
	const day = shut?.day ?? closesOn;
	if (day === null) return null;
	// On the last day's night clocks west of UTC still have that day.
	const daysLeft = Math.max(0, daysBetween(todayIn("UTC", now), day));
	return { season, phase: shut?.phase ?? "during", day, daysLeft };
}

/** Whether the event is neither public nor was handed in for the season before. */
async function isFirstOf(tx: Pick<Tx, "event">, eventId: string, season: number): Promise<boolean> {
	const event = await tx.event.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			published: { select: { id: true } },
			revisions: {
				where: { submittedAt: { not: null } },
				select: { datePrecision: true, startDate: true, year: true },
			},
		},
	});
	if (event.published) return false;
	return !event.revisions.some(
		({ startDate, ...revision }) =>
			seasonOfSchedule({ ...revision, startDate: fromDateColumn(startDate) }) === season,
	);
}
