import { db, type Prisma } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import type { CalendarFilters, Cursor } from "./filters";
import { readCursor, writeCursor } from "./filters";
import { type Published, publishedSelect, toPublished } from "./published";
import { searchIds } from "./search";

/**
 * Published, listed events under the filters in the order of their days (undated ones at the end of their year).
 * `after` (an instant) leaves out what ended before it, as far as the database knows (see listUpcoming). @throws DomainError invalid (a cursor that is none)
 */
export async function listPublished(
	filters: CalendarFilters,
	{
		cursor = null,
		limit = 50,
		after = null,
	}: { cursor?: string | null; limit?: number; after?: Date | null } = {},
): Promise<{ items: Published[]; nextCursor: string | null }> {
	const from = cursor === null ? null : readCursor(cursor);
	if (cursor !== null && from === null)
		throw new DomainError("invalid", { fields: { cursor: "field.invalid" } });
	const rows = await db.publishedEvent.findMany({
		where: {
			AND: [
				await publishedWhere(filters),
				from ? afterCursor(from) : {},
				after ? endsAfter(after) : {},
			],
		},
		orderBy: [{ sortAt: "asc" }, { id: "asc" }],
		take: limit + 1,
		select: publishedSelect,
	});
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return {
		items: page.map(toPublished),
		nextCursor:
			rows.length > limit && last ? writeCursor({ sortAt: last.sortAt, id: last.id }) : null,
	};
}

/** How many events the filters give. */
export async function countPublished(filters: CalendarFilters): Promise<number> {
	return db.publishedEvent.count({ where: await publishedWhere(filters) });
}

/** Every event under the filters, in pages of 500, for feeds that must be complete. */
export async function* eachPublished(filters: CalendarFilters): AsyncGenerator<Published[]> {
	let cursor: string | null = null;
	do {
		const page: { items: Published[]; nextCursor: string | null } = await listPublished(filters, {
			cursor,
			limit: 500,
		});
		yield page.items;
		cursor = page.nextCursor;
	} while (cursor !== null);
}

/** One public event by its address, unlisted ones included; null when there is none. */
export async function findPublished(
	season: number | null,
	slug: string,
): Promise<Published | null> {
	const row = await db.publishedEvent.findFirst({
		where: { season, slug },
		select: publishedSelect,
	});
	return row ? toPublished(row) : null;
}

/** One public event by its id (a UUID); null when there is none. */
export async function findPublishedById(id: string): Promise<Published | null> {
	const row = await db.publishedEvent.findFirst({ where: { id }, select: publishedSelect });
	return row ? toPublished(row) : null;
}

/** What changes when any event under the filters does: count and latest publication, for ETag and Last-Modified. */
export async function calendarVersion(
	filters: CalendarFilters,
): Promise<{ count: number; lastModified: Date | null }> {
	const found = await db.publishedEvent.aggregate({
		where: await publishedWhere(filters),
		_count: { id: true },
		_max: { publishedAt: true },
	});
	return { count: found._count.id, lastModified: found._max.publishedAt };
}

/** Numbers of a season for the home page: events, countries (ISO codes by number of events) and cities. */
export async function seasonNumbers(season: number) {
	const where = { season, visibility: "public" as const };
	const [events, countries, cities] = await Promise.all([
		db.publishedEvent.count({ where }),
		db.publishedEvent.groupBy({
			by: ["country"],
			where,
			_count: { id: true },
			orderBy: { _count: { id: "desc" } },
		}),
		db.publishedEvent.groupBy({
			by: ["country", "cityName"],
			where: { ...where, cityName: { not: null } },
		}),
	]);
	return {
		season,
		events,
		countries: countries.map((row) => ({ country: row.country, events: row._count.id })),
		cities: cities.length,
	};
}

/** What the filter menus offer: seasons (newest first; null: year not known), countries and types that have events, with numbers. */
export async function filterChoices() {
	const where = { visibility: "public" as const };
	const [seasons, countries, types] = await Promise.all([
		db.publishedEvent.groupBy({
			by: ["season"],
			where,
			_count: { id: true },
			orderBy: { season: { sort: "desc", nulls: "last" } },
		}),
		db.publishedEvent.groupBy({
			by: ["country"],
			where,
			_count: { id: true },
			orderBy: { country: "asc" },
		}),
		db.publishedEvent.groupBy({
			by: ["type"],
			where,
			_count: { id: true },
			orderBy: { _count: { id: "desc" } },
		}),
	]);
	return {
		seasons: seasons.map((row) => ({ season: row.season, events: row._count.id })),
		countries: countries.map((row) => ({ country: row.country, events: row._count.id })),
		types: types.map((row) => ({ type: row.type, events: row._count.id })),
	};
}

/** What a listed event must be under the filters; for the other queries of this room. */
export async function publishedWhere(
	filters: CalendarFilters,
): Promise<Prisma.PublishedEventWhereInput> {
	const { q, country, type, season, from, to } = filters;
	return {
		visibility: "public",
		...(country ? { country } : {}),
		...(type ? { OR: [{ type }, { typesAlso: { has: type } }] } : {}),
		...(season === undefined ? {} : { season: season === "undated" ? null : season }),
		AND: [
			from
				? {
						OR: [
							{ endDate: { gte: toDateColumn(from) } },
							{ endDate: null, startDate: { gte: toDateColumn(from) } },
						],
					}
				: {},
			to ? { startDate: { lte: toDateColumn(to) } } : {},
			q ? { id: { in: await searchIds(q) } } : {},
		],
	};
}

function afterCursor({ sortAt, id }: Cursor): Prisma.PublishedEventWhereInput {
	return { OR: [{ sortAt: { gt: sortAt } }, { sortAt, id: { gt: id } }] };
}

/** The last moment of a calendar day is, west of UTC, at most this long after its midnight in UTC. */
const LONGEST_DAY_MS = 36 * 3_600_000;

/** Still to come or still going on; without a stated end perhaps, until the last day is over everywhere. */
function endsAfter(after: Date): Prisma.PublishedEventWhereInput {
	const earliest = new Date(after.getTime() - LONGEST_DAY_MS);
	const mayGoOn = [{ startsAtUtc: { gt: earliest } }, { endDate: { gt: earliest } }];
	return { OR: [{ endsAtUtc: { gt: after } }, { endsAtUtc: null, OR: mayGoOn }] };
}
