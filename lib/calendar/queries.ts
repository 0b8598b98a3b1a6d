import { LRUCache } from "lru-cache";
import { db, Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { CalendarRow } from "./calendar-row";
import { placesWith } from "./columns";
import { readCursor, writeCursor } from "./cursor";
import type { CalendarFilters } from "./filters";
import { cityKey } from "./numbers";
import type { Published } from "./published";
import { readWhere } from "./read-published";
import { selectEvents } from "./select-events";
import { currentSnapshot, placeOf, rowsAt } from "./snapshot";

/** Rows read at once for feeds. */
const CHUNK = 250;

/**
 * A page of the events under the filters in the order of their days (undated ones at the end of their year).
 * @throws DomainError invalid (a cursor that is none)
 */
export async function listPublished(
	filters: CalendarFilters,
	{ cursor = null, limit = 50 }: { cursor?: string | null; limit?: number } = {},
): Promise<{ items: Published[]; nextCursor: string | null }> {
	const from = cursor === null ? null : readCursor(cursor);
	if (cursor !== null && from === null)
		throw new DomainError("invalid", { fields: { cursor: "field.invalid" } });
	const { snapshot, places } = await selectEvents(filters);
	const start = from
		? startAfter(places, placeAfter(snapshot.rows, { sortMs: from.sortAt.getTime(), id: from.id }))
		: 0;
	const page = rowsAt(snapshot, places.slice(start, start + limit));
	const last = page.at(-1);
	return {
		items: await readListed(page),
		nextCursor:
			places.length > start + limit && last
				? writeCursor({ sortAt: new Date(last.sortMs), id: last.id })
				: null,
	};
}

/** How many events the filters give. */
export async function countPublished(filters: CalendarFilters): Promise<number> {
	return (await selectEvents(filters)).places.length;
}

/**
 * Every event under the filters, some hundred at a time, for feeds that must be complete. While its reader writes some,
 * PostgreSQL reads the next.
 */
export async function* eachPublished(filters: CalendarFilters): AsyncGenerator<Published[]> {
	const { snapshot, places } = await selectEvents(filters);
	const read = (start: number) => {
		const page = readPublished(rowsAt(snapshot, places.slice(start, start + CHUNK)));
		// Whoever stops early does not wait for it.
		page.catch(() => undefined);
		return page;
	};
	let next = read(0);
	for (let start = 0; start < places.length; start += CHUNK) {
		const page = await next;
		next = read(start + CHUNK);
		yield page;
	}
}

/** By the row: a change makes another one. */
const keptEvents = new LRUCache<CalendarRow, Published>({ max: 3_000 });

/** The events of these rows of a snapshot, in the same order; those that were read lately are kept. */
export async function readListed(rows: readonly CalendarRow[]): Promise<Published[]> {
	const missing = rows.filter((row) => !keptEvents.has(row));
	const read = new Map((await readPublished(missing)).map((event) => [event.id, event]));
	return rows.flatMap((row) => {
		const event = keptEvents.get(row) ?? read.get(row.id);
		if (event) keptEvents.set(row, event);
		return event ?? [];
	});
}

/** These events with all that is public about them, in the same order; without those that are listed no more. */
export async function readPublished(events: readonly { id: string }[]): Promise<Published[]> {
	if (events.length === 0) return [];
	const ids = events.map(({ id }) => id);
	const found = await readWhere(
		Prisma.sql`e."id" = ANY(${ids}::uuid[]) AND e."visibility" = 'public'`,
	);
	const byId = new Map(found.map((event) => [event.id, event]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One public event by its address, unlisted ones included; null when there is none. */
export async function findPublished(
	season: number | null,
	slug: string,
): Promise<Published | null> {
	const inSeason =
		season === null ? Prisma.sql`e."season" IS NULL` : Prisma.sql`e."season" = ${season}`;
	const [event] = await readWhere(Prisma.sql`${inSeason} AND e."slug" = ${slug}`);
	return event ?? null;
}

/** One public event by its id (a UUID); null when there is none. */
export async function findPublishedById(id: string): Promise<Published | null> {
	const [event] = await readWhere(Prisma.sql`e."id" = ${id}::uuid`);
	return event ?? null;
}

/** What changes when any event under the filters does: count and latest publication, for ETag and Last-Modified. */
export async function calendarVersion(
	filters: CalendarFilters,
): Promise<{ count: number; lastModified: Date | null }> {
	const { places, lastModified } = await selectEvents(filters);
	return { count: places.length, lastModified };
}

/** Numbers of a season for the home page: events, countries (ISO codes by number of events) and cities. */
export async function seasonNumbers(season: number) {
	const { rows } = await selectEvents({ season });
	const countries = new Map<string, number>();
	for (const { country } of rows) countries.set(country, (countries.get(country) ?? 0) + 1);
	return {
		season,
		events: rows.length,
		countries: [...countries]
			.map(([country, events]) => ({ country, events }))
			.sort((a, b) => b.events - a.events || (a.country < b.country ? -1 : 1)),
		cities: new Set(rows.flatMap(cityKey)).size,
	};
}

/** Names by slug of organisers that have events, as the last of them says. */
export async function listOrganiserNames(slugs: string[]): Promise<Record<string, string>> {
	const { columns, rows } = await currentSnapshot();
	const last = slugs.flatMap((slug) => placesWith(columns, "organiser", slug).at(-1) ?? []);
	const found = await db.publishedOrganiser.findMany({
		where: { slug: { in: slugs }, eventId: { in: last.flatMap((place) => rows[place]?.id ?? []) } },
		select: { slug: true, name: true },
	});
	return Object.fromEntries(found.map(({ slug, name }) => [slug, name]));
}

/** The seasons that have events, the newest first, those of an unknown year (null) last, with their numbers. */
export async function listSeasons(): Promise<{ season: number | null; events: number }[]> {
	const { seasons } = await currentSnapshot();
	return [...seasons].map(([season, rows]) => ({ season, events: rows.length }));
}

function placeAfter(rows: readonly CalendarRow[], key: { sortMs: number; id: string }): number {
	const place = placeOf(rows, key);
	return rows[place]?.id === key.id ? place + 1 : place;
}

/** The first of these places, ascending, that is not before `first`. */
function startAfter(places: Uint32Array, first: number): number {
	const start = places.findIndex((place) => place >= first);
	return start < 0 ? places.length : start;
}
