import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { type CalendarRow, loadAllRows, loadRows } from "./calendar-row";
import { type Columns, toColumns } from "./columns";
import { type KnownWords, noWords } from "./known-words";

/**
 * The listed events of the public calendar as they were committed at one moment. It is a copy for speed (decision
 * record 0006): PostgreSQL has the truth, and every use asks it first whether something has changed since.
 */
export type Snapshot = {
	/** Grows with every change. */
	version: number;
	/** In the order of their days (`sortMs`, then id). */
	rows: readonly CalendarRow[];
	/** By season, each in the same order; null: the year is not known. */
	seasons: ReadonlyMap<number | null, readonly CalendarRow[]>;
	/** The rows' values, each at the place of its row. */
	columns: Columns;
	/** What words have found so far, carried on from version to version. */
	words: KnownWords;
};

type Kept = { address: string; snapshot: Snapshot; byId: Map<string, CalendarRow>; asOfMs: number };
type Holder = { kept?: Kept | undefined; running?: Promise<Kept>; waiting?: Promise<Kept> };

/** Half a day less than lib/jobs/cleaning keeps the changes: after a longer sleep they may be missing. */
const FOLLOWED_MS = 6.5 * 86_400_000;
/** From so many changed events on, all are ordered anew. */
const MANY = 500;

// Route handlers and pages are bundled apart; the process has one copy all the same.
const holder = globalThis as typeof globalThis & { februaryCalendar?: Holder };

/** The calendar as it is now: all that was committed before the call is in it. */
export async function currentSnapshot(): Promise<Snapshot> {
	holder.februaryCalendar ??= {};
	const { snapshot } = await askedAnew(holder.februaryCalendar);
	return snapshot;
}

/** Callers that come during a look share the next one: what is committed after a look began is not in it. */
function askedAnew(calendar: Holder): Promise<Kept> {
	if (!calendar.running) return look(calendar);
	calendar.waiting ??= calendar.running
		.catch(() => undefined)
		.then(() => {
			delete calendar.waiting;
			return look(calendar);
		});
	return calendar.waiting;
}

function look(calendar: Holder): Promise<Kept> {
	const running = refresh(calendar.kept).then((kept) => {
		calendar.kept = kept;
		return kept;
	});
	calendar.running = running;
	const end = () => {
		if (calendar.running === running) delete calendar.running;
	};
	running.then(end, end);
	return running;
}

async function refresh(kept: Kept | undefined): Promise<Kept> {
	const nowMs = Date.now();
	const newest = await newestChange();
	const isUsable =
		kept !== undefined &&
		kept.address === env().DATABASE_URL &&
		newest >= kept.snapshot.version &&
		nowMs - kept.asOfMs < FOLLOWED_MS;
	if (!isUsable) return loadAll(newest, nowMs);
	kept.asOfMs = nowMs;
	return newest === kept.snapshot.version ? kept : followed(kept, nowMs);
}

async function newestChange(): Promise<number> {
	const [row] = await db.$queryRaw<{ newest: bigint | null }[]>`
		SELECT max("number") AS newest FROM "PublishedChange"`;
	return Number(row?.newest ?? 0);
}

async function loadAll(version: number, asOfMs: number): Promise<Kept> {
	const byId = new Map<string, CalendarRow>();
	for await (const rows of loadAllRows()) for (const row of rows) byId.set(row.id, row);
	const rows = [...byId.values()].sort(byDay);
	return {
		address: env().DATABASE_URL ?? "",
		byId,
		asOfMs,
		snapshot: snapshotOf({ version, rows, words: noWords() }),
	};
}

async function followed(kept: Kept, asOfMs: number): Promise<Kept> {
	const changes = await db.$queryRaw<{ eventId: string; newest: bigint }[]>`
		SELECT "eventId", max("number") AS newest FROM "PublishedChange"
		WHERE "number" > ${kept.snapshot.version} GROUP BY "eventId"`;
	const ids = changes.map(({ eventId }) => eventId);
	const current = new Map((await loadRows(ids)).map((row) => [row.id, row]));
	const rows = ids.length > MANY ? replaceMany(kept, ids, current) : replaceFew(kept, ids, current);
	for (const id of ids) {
		const row = current.get(id);
		if (row) kept.byId.set(id, row);
		else kept.byId.delete(id);
	}
	const version = changes.reduce(
		(highest, { newest }) => Math.max(highest, Number(newest)),
		kept.snapshot.version,
	);
	const { words } = kept.snapshot;
	return { ...kept, asOfMs, snapshot: snapshotOf({ version, rows, words }) };
}

function snapshotOf(content: Pick<Snapshot, "version" | "rows" | "words">): Snapshot {
	return { ...content, seasons: bySeason(content.rows), columns: toColumns(content.rows) };
}

type Current = ReadonlyMap<string, CalendarRow>;

function replaceMany(kept: Kept, ids: readonly string[], current: Current): CalendarRow[] {
	const changed = new Set(ids);
	const others = kept.snapshot.rows.filter(({ id }) => !changed.has(id));
	return [...others, ...current.values()].sort(byDay);
}

/** A new list, because readers may still hold the old one. */
function replaceFew(kept: Kept, ids: readonly string[], current: Current): CalendarRow[] {
	const rows = [...kept.snapshot.rows];
	for (const id of ids) {
		const before = kept.byId.get(id);
		if (before) rows.splice(placeOf(rows, before), 1);
		const after = current.get(id);
		if (after) rows.splice(placeOf(rows, after), 0, after);
	}
	return rows;
}

/** Number of the first row that does not come before this key, in rows in the order of days. */
export function placeOf(
	rows: readonly CalendarRow[],
	key: Pick<CalendarRow, "sortMs" | "id">,
): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const row = rows[middle];
		if (row && byDay(row, key) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The rows at these places, in their order. */
export function rowsAt({ rows }: Snapshot, places: Iterable<number>): CalendarRow[] {
	return Array.from(places, (place) => rows[place] as CalendarRow);
}

type DayKey = Pick<CalendarRow, "sortMs" | "id">;

function byDay(a: DayKey, b: DayKey): number {
	return a.sortMs - b.sortMs || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function bySeason(rows: readonly CalendarRow[]): Map<number | null, CalendarRow[]> {
	const seasons = new Map<number | null, CalendarRow[]>();
	for (const row of rows) {
		const season = seasons.get(row.season);
		if (season) season.push(row);
		else seasons.set(row.season, [row]);
	}
	return new Map([...seasons].sort(([a], [b]) => (b ?? -1) - (a ?? -1)));
}
