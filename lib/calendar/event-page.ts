import { db } from "@/lib/db/client";
import { type CalendarFilters, type Cursor, readCursor, writeCursor } from "./filters";
import { type Published, publishedSelect, toPublished } from "./published";
import { publishedWhere } from "./queries";

/** A page of a list, with the cursors of its neighbours; null where there is none. */
export type EventPage = { items: Published[]; previous: string | null; next: string | null };

type Place = { after?: string | null; before?: string | null; limit?: number };

/**
 * The page that begins after, or ends before, a cursor, in the order of days; the first page without
 * one. A cursor that is none of ours, or behind which nothing is left, gives the first page.
 */
export async function readEventPage(
	filters: CalendarFilters,
	{ after = null, before = null, limit = 50 }: Place = {},
): Promise<EventPage> {
	const start = readCursor(after ?? before ?? "");
	if (start === null) return pageAfter(filters, null, limit);
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
	const rows = await readRows(filters, start, limit + 1, "asc");
	const page = rows.slice(0, limit);
	return {
		items: page.map(toPublished),
		previous: start ? cursorOf(page.at(0)) : null,
		next: rows.length > limit ? cursorOf(page.at(-1)) : null,
	};
}

async function pageBefore(
	filters: CalendarFilters,
	end: Cursor,
	limit: number,
): Promise<EventPage> {
	const rows = await readRows(filters, end, limit + 1, "desc");
	const page = rows.slice(0, limit).reverse();
	return {
		items: page.map(toPublished),
		previous: rows.length > limit ? cursorOf(page.at(0)) : null,
		next: cursorOf(page.at(-1)),
	};
}

async function readRows(
	filters: CalendarFilters,
	from: Cursor | null,
	take: number,
	order: "asc" | "desc",
) {
	const side = order === "asc" ? "gt" : "lt";
	const beyond = from
		? {
				OR: [{ sortAt: { [side]: from.sortAt } }, { sortAt: from.sortAt, id: { [side]: from.id } }],
			}
		: {};
	return db.publishedEvent.findMany({
		where: { AND: [await publishedWhere(filters), beyond] },
		orderBy: [{ sortAt: order }, { id: order }],
		take,
		select: publishedSelect,
	});
}

function cursorOf(row: { sortAt: Date; id: string } | undefined): string | null {
	return row ? writeCursor(row) : null;
}
