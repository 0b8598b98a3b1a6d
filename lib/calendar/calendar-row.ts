import { db, Prisma } from "@/lib/db/client";
import type { EventType } from "./content-columns";
import { facetsOf } from "./facet-values";

/** What is kept in memory of each listed event: what filters, counts and orders ask for, no texts. */
export type CalendarRow = {
	id: string;
	ordinal: number;
	season: number | null;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** GeoNames id. */
	city: number | null;
	/** As the organiser wrote it. */
	cityName: string | null;
	type: EventType;
	/** `type` and the secondary ones. */
	types: readonly string[];
	attendance: "in_person" | "online" | "mixed";
	/** "YYYY-MM-DD", of the place; null where the day is not known. */
	firstDay: string | null;
	lastDay: string | null;
	isAllDay: boolean;
	/** IANA zone of an event that has an hour; null for whole days, hours to be announced and unknown days. */
	zone: string | null;
	/** Milliseconds since 1970, UTC. */
	startMs: number | null;
	/** When it stops being live. */
	untilMs: number | null;
	sortMs: number;
	publishedMs: number;
	/** Degrees; the city's where the organiser set no pin. */
	lat: number | null;
	lon: number | null;
	/** Spoken (BCP 47). */
	languages: readonly string[];
	/** Languages of its texts (BCP 47). */
	texts: readonly string[];
	/** Slugs. */
	organisers: readonly string[];
	isFree: boolean | null;
	isAccessible: boolean | null;
	/** Numbers of its values in the menus (lib/calendar/facet-values). */
	facets: readonly number[];
};

const CHUNK = 10_000;

type Loaded = Omit<CalendarRow, "startMs" | "untilMs" | "sortMs" | "publishedMs" | "facets"> & {
	startMs: unknown;
	untilMs: unknown;
	sortMs: unknown;
	publishedMs: unknown;
};

/** Reads the rows of all listed events, some thousand at a time, so that no query is long. */
export async function* loadAllRows(): AsyncGenerator<CalendarRow[]> {
	let last = 0;
	for (;;) {
		const rows = await readRows(Prisma.sql`e."ordinal" > ${last}`, CHUNK);
		if (rows.length === 0) return;
		last = rows.at(-1)?.ordinal ?? last;
		yield rows;
	}
}

/** Reads the rows of those of these events that are listed. */
export async function loadRows(ids: readonly string[]): Promise<CalendarRow[]> {
	const rows: CalendarRow[] = [];
	for (let from = 0; from < ids.length; from += CHUNK) {
		const some = ids.slice(from, from + CHUNK);
		rows.push(...(await readRows(Prisma.sql`e."id" = ANY(${some}::uuid[])`, CHUNK)));
	}
	return rows;
}

async function readRows(where: Prisma.Sql, limit: number): Promise<CalendarRow[]> {
	const rows = await db.$queryRaw<Loaded[]>`
		SELECT e."id", e."ordinal", e."season", e."country", e."cityGeonameId" AS city, e."cityName", e."type"::text AS type,
			array_cat(ARRAY[e."type"::text], e."typesAlso"::text[]) AS types, e."attendanceMode"::text AS attendance,
			to_char(e."startDate", 'YYYY-MM-DD') AS "firstDay",
			to_char(COALESCE(e."endDate", e."startDate"), 'YYYY-MM-DD') AS "lastDay", e."isAllDay",
			CASE WHEN e."hasStartTime" AND NOT e."isAllDay" THEN e."timezone" END AS zone,
			(extract(epoch FROM e."startsAtUtc") * 1000)::float8 AS "startMs",
			(extract(epoch FROM e."liveUntilUtc") * 1000)::float8 AS "untilMs",
			(extract(epoch FROM e."sortAt") * 1000)::float8 AS "sortMs",
			(extract(epoch FROM e."publishedAt") * 1000)::float8 AS "publishedMs",
			e."lat", e."lon", e."languages", e."isFree", e."isWheelchairAccessible" AS "isAccessible",
			ARRAY(SELECT t."locale" FROM "PublishedEventText" t WHERE t."eventId" = e."id" ORDER BY 1) AS texts,
			ARRAY(SELECT o."slug" FROM "PublishedOrganiser" o WHERE o."eventId" = e."id" ORDER BY o."position") AS organisers
		FROM "PublishedEvent" e WHERE e."visibility" = 'public' AND ${where}
		ORDER BY e."ordinal" LIMIT ${limit}`;
	return rows.map(toRow);
}

/** Every property by name, in one order: objects made by spreading are looked up several times more slowly. */
function toRow(row: Loaded): CalendarRow {
	const typed = {
		id: row.id,
		ordinal: row.ordinal,
		season: row.season,
		country: shared(row.country),
		city: row.city,
		cityName: row.cityName && shared(row.cityName),
		type: shared(row.type),
		types: sharedList([...new Set(row.types)]),
		attendance: shared(row.attendance),
		firstDay: row.firstDay && shared(row.firstDay),
		lastDay: row.lastDay && shared(row.lastDay),
		isAllDay: row.isAllDay,
		zone: row.zone && shared(row.zone),
		startMs: toNumber(row.startMs),
		untilMs: toNumber(row.untilMs),
		sortMs: Number(row.sortMs),
		publishedMs: Number(row.publishedMs),
		lat: row.lat,
		lon: row.lon,
		languages: sharedList(row.languages),
		texts: sharedList(row.texts),
		organisers: sharedList(row.organisers),
		isFree: row.isFree,
		isAccessible: row.isAccessible,
		facets: NO_FACETS,
	};
	typed.facets = facetsOf(typed);
	return typed;
}

const NO_FACETS: readonly number[] = [];

function toNumber(value: unknown): number | null {
	return value === null ? null : Number(value);
}

/** Few values stand in many rows: one copy of each is kept. They are places, days, kinds and organisers, so never many. */
const texts = new Map<string, string>();
const lists = new Map<string, readonly string[]>();

function shared<T extends string>(text: T): T {
	const known = texts.get(text);
	if (known !== undefined) return known as T;
	texts.set(text, text);
	return text;
}

function sharedList(list: readonly string[]): readonly string[] {
	const key = list.join(" ");
	const known = lists.get(key);
	if (known) return known;
	lists.set(key, list);
	return list;
}
