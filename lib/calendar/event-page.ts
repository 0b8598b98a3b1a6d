import { db, type Prisma } from "@/lib/db/client";
import {
	type CalendarFilters,
	type Cursor,
	goesBySeason,
	readCursor,
	writeCursor,
} from "./filters";
import { type Published, publishedSelect, toPublished } from "./published";
import { publishedWhere } from "./queries";

/** A page of a list, with the cursors of its neighbours; null where there is none. */
export type EventPage = { items: Published[]; previous: string | null; next: string | null };

type Place = { after?: string | null; before?: string | null; limit?: number };

/**
 * The page that begins after, or ends before, a cursor; the first page without one. Events are in the order of days;
 * all years together begin with the newest season, in each the first day comes first, and those of an unknown year
 * come last. A cursor that is none of ours, or behind which nothing is left, gives the first page.
 */
export async function readEventPage(
	filters: CalendarFilters,
	{ after = null, before = null, limit = 50 }: Place = {},
): Promise<EventPage> {
	const start = readCursor(after ?? before ?? "");
	const isOurs = start !== null && (start.season !== undefined) === goesBySeason(filters);
	if (!isOurs) return pageAfter(filters, null, limit);
	const page =
		after === null
			? await pageBefore(filters, start, limit)
			: await pageAfter(filters, start, limit);
	return page.items.length > 0 ? page : pageAfter(filters, null, limit);
}

async function pageAfter(
	filters: CalendarFilters,
	start: Cursor | null,
	limit: number,
): Promise<EventPage> {
	const rows = await readRows(filters, start, limit + 1, "on");
	const page = rows.slice(0, limit);
	return {
		items: page.map(toPublished),
		previous: start ? cursorOf(page.at(0), filters) : null,
		next: rows.length > limit ? cursorOf(page.at(-1), filters) : null,
	};
}

async function pageBefore(
	filters: CalendarFilters,
	end: Cursor,
	limit: number,
): Promise<EventPage> {
	const rows = await readRows(filters, end, limit + 1, "back");
	const page = rows.slice(0, limit).reverse();
	return {
		items: page.map(toPublished),
		previous: rows.length > limit ? cursorOf(page.at(0), filters) : null,
		next: cursorOf(page.at(-1), filters),
	};
}

type Way = "on" | "back";

async function readRows(filters: CalendarFilters, from: Cursor | null, take: number, way: Way) {
	const order = way === "on" ? "asc" : "desc";
	const seasons = way === "on" ? SEASONS_ON : SEASONS_BACK;
	return db.publishedEvent.findMany({
		where: { AND: [await publishedWhere(filters), from ? beyond(from, way) : {}] },
		orderBy: [
			...(goesBySeason(filters) ? [{ season: seasons }] : []),
			{ sortAt: order },
			{ id: order },
		],
		take,
		select: publishedSelect,
	});
}

const SEASONS_ON = { sort: "desc", nulls: "last" } as const;
const SEASONS_BACK = { sort: "asc", nulls: "first" } as const;

/** What lies on the other side of a cursor. */
function beyond({ season, sortAt, id }: Cursor, way: Way): Prisma.PublishedEventWhereInput {
	const side = way === "on" ? "gt" : "lt";
	const inOrder = { OR: [{ sortAt: { [side]: sortAt } }, { sortAt, id: { [side]: id } }] };
	if (season === undefined) return inOrder;
	const inSeason = { AND: [{ season }, inOrder] };
	if (season === null)
		return way === "on" ? inSeason : { OR: [{ season: { not: null } }, inSeason] };
	return way === "on"
		? { OR: [{ season: { lt: season } }, { season: null }, inSeason] }
		: { OR: [{ season: { gt: season } }, inSeason] };
}

function cursorOf(
	row: { sortAt: Date; id: string; season: number | null } | undefined,
	filters: CalendarFilters,
): string | null {
	if (!row) return null;
	const { sortAt, id, season } = row;
	return writeCursor(goesBySeason(filters) ? { sortAt, id, season } : { sortAt, id });
}
