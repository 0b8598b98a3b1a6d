import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn, toDateColumn } from "@/lib/db/columns";
import { getCity } from "@/lib/places/gazetteer";
import { dayIn } from "@/lib/time/earth-day";
import { commemorationOf } from "@/lib/time/season";
import type { Span } from "@/lib/time/span";
import type { Published } from "./published";

/** A timed event that begins on 26 February; without a stated end it goes on until its last day is over. */
export type DayEvent = Span & {
	season: number | null;
	slug: string;
	status: Published["status"];
	isDemo: boolean;
	/** "HH:MM" on the clocks of the place. */
	startTime: string;
	/** Null where none is stated or it is on a later day. */
	endTime: string | null;
	texts: { locale: string; title: string }[];
};

/** A place with listed events in a season: a city of the gazetteer, else as the organisers wrote it. */
export type DayPlace = {
	geonameId: number | null;
	/** Null where only the country is known. */
	name: string | null;
	country: string;
	/** IANA. */
	timezone: string;
	lon: number | null;
	eventsInSeason: number;
	/** That have 26 February among their days. */
	eventsOnDay: number;
	/** The first of them that begin at a known hour of 26 February. */
	events: DayEvent[];
};

/** A page holds so many timed events: of each place the first few, then the first of all. */
const EVENTS_A_PLACE = 5;
const EVENTS = 500;

/** Where a season's listed events are, and what begins there on 26 February; each place once, in no order. */
export async function listDayPlaces(season: number): Promise<DayPlace[]> {
	const [places, events] = await Promise.all([
		readPlaces(season),
		readFirst(season).then(readEvents),
	]);
	const cities = new Map<string, DayPlace>();
	for (const place of places) {
		const known = cities.get(keyOf(place)) ?? { ...placeOf(place), ...NOTHING, events: [] };
		known.eventsInSeason += place.events;
		known.eventsOnDay += place.onDay;
		known.lon ??= place.lon;
		cities.set(keyOf(place), known);
	}
	for (const event of events) cities.get(keyOf(event))?.events.push(event);
	return [...cities.values()];
}

type PlaceKey = Pick<
	Prisma.PublishedEventGetPayload<true>,
	"cityGeonameId" | "cityName" | "country" | "timezone"
>;
type PlaceRow = PlaceKey & { lon: number | null; events: number; onDay: number };

const NOTHING = { eventsInSeason: 0, eventsOnDay: 0 };

function readPlaces(season: number): Promise<PlaceRow[]> {
	const day = toDateColumn(commemorationOf(season));
	return db.$queryRaw<PlaceRow[]>`
		SELECT "cityGeonameId", "cityName", "country", "timezone", avg("lon") AS "lon", count(*)::int AS "events",
			count(*) FILTER (WHERE "datePrecision" = 'day' AND "startDate" <= ${day}::date
				AND coalesce("endDate", "startDate") >= ${day}::date)::int AS "onDay"
		FROM "PublishedEvent" WHERE "visibility" = 'public' AND "season" = ${season}
		GROUP BY "cityGeonameId", "cityName", "country", "timezone"
		ORDER BY "cityGeonameId", "cityName", "country", "timezone"`;
}

/** Ids of the timed events to show: the first of every place before the second of any. */
async function readFirst(season: number): Promise<string[]> {
	const day = toDateColumn(commemorationOf(season));
	const rows = await db.$queryRaw<{ id: string }[]>`
		SELECT "id" FROM (
			SELECT "id", "startsAtUtc", row_number() OVER (
				PARTITION BY "cityGeonameId", CASE WHEN "cityGeonameId" IS NULL THEN "cityName" END,
					CASE WHEN "cityGeonameId" IS NULL THEN "country" || "timezone" END
				ORDER BY "startsAtUtc", "id") AS place
			FROM "PublishedEvent"
			WHERE "visibility" = 'public' AND "season" = ${season} AND "datePrecision" = 'day'
				AND "startDate" = ${day}::date AND "hasStartTime" AND NOT "isAllDay" AND "startTime" IS NOT NULL) timed
		WHERE place <= ${EVENTS_A_PLACE} ORDER BY place, "startsAtUtc", "id" LIMIT ${EVENTS}`;
	return rows.map(({ id }) => id);
}

async function readEvents(ids: string[]): Promise<(DayEvent & PlaceKey)[]> {
	const rows = await db.publishedEvent.findMany({
		where: { id: { in: ids } },
		orderBy: [{ startsAtUtc: "asc" }, { id: "asc" }],
		select: {
			season: true,
			slug: true,
			status: true,
			isDemo: true,
			startDate: true,
			endDate: true,
			startTime: true,
			endTime: true,
			startsAtUtc: true,
			endsAtUtc: true,
			cityGeonameId: true,
			cityName: true,
			country: true,
			timezone: true,
			texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
		},
	});
	return rows.flatMap(
		({ startDate, endDate, startsAtUtc, endsAtUtc, startTime, endTime, ...row }) => {
			if (startDate === null || startsAtUtc === null || startTime === null) return [];
			const lastDay = fromDateColumn(endDate ?? startDate);
			const until = endsAtUtc?.getTime() ?? dayIn(lastDay, row.timezone).until;
			const isOneDay = lastDay === fromDateColumn(startDate);
			return {
				...row,
				from: startsAtUtc.getTime(),
				until,
				startTime,
				endTime: isOneDay ? endTime : null,
			};
		},
	);
}

/** The place as the gazetteer has it now, else as the event says. */
function placeOf({ cityGeonameId, cityName, country, timezone, lon }: PlaceRow) {
	const city = cityGeonameId === null ? null : getCity(cityGeonameId);
	if (city === null) return { geonameId: null, name: cityName, country, timezone, lon };
	return {
		geonameId: city.id,
		name: city.name,
		country: city.country,
		timezone: city.timezone,
		lon: city.lon,
	};
}

/** A city of the gazetteer is one place, whatever its events call it. */
function keyOf({ cityGeonameId, cityName, country, timezone }: PlaceKey): string {
	if (cityGeonameId !== null && getCity(cityGeonameId) !== null) return String(cityGeonameId);
	return [country, timezone, cityName ?? ""].join("/");
}
