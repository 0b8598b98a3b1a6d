import { countryName } from "@/lib/places/countries";
import type { CalendarRow } from "./calendar-row";
import { type Box, type Cluster, clusterRows, isInside } from "./clusters";
import { localCityName } from "./event-view";
import { type MapEvent, readMapEvents } from "./map-events";

type Properties<Kind extends string, Rest> = { kind: Kind; key: string } & Rest;

/** Events that stand too near to be told apart at the zoom. */
type ClusterProperties = {
	count: number;
	/** Name of the city most of them are in, in the reader's language. */
	place: string | null;
	/** Name of their country, in the reader's language; null when they are in several. */
	country: string | null;
	/** GeoNames id when all are in one city. */
	city: number | null;
	/** West, south, east, north in degrees. */
	bounds: [number, number, number, number];
};

export type MapFeature = {
	type: "Feature";
	geometry: { type: "Point"; coordinates: readonly [number, number] };
	properties: Properties<"cluster", ClusterProperties> | Properties<"event", MapEvent>;
};

export type MapAnswer = {
	type: "FeatureCollection";
	features: MapFeature[];
	/** Events in the box. */
	count: number;
	/** Events under the filters that have no place on a map, wherever the box is. */
	withoutPlace: number;
};

type PlacedRow = CalendarRow & { lat: number; lon: number };

/** The rows that have a place on a map: what is only online has none, even where its organiser named a city. */
export function placedRows(rows: readonly CalendarRow[]): PlacedRow[] {
	return rows.filter(
		(row): row is PlacedRow => row.lat !== null && row.lon !== null && row.attendance !== "online",
	);
}

/** What a map of these rows shows of a box at a zoom (whole number, 512 pixels around the world at 0). */
export async function readMap(
	rows: readonly CalendarRow[],
	{ box, zoom, locale }: { box: Box; zoom: number; locale: string },
): Promise<MapAnswer> {
	const placed = placedRows(rows);
	const clusters = clusterRows(placed, { box, zoom });
	const single = clusters.flatMap(({ members: [row, ...others] }) =>
		row && others.length === 0 ? [row.id] : [],
	);
	const events = await readMapEvents(single, locale);
	return {
		type: "FeatureCollection",
		features: clusters.flatMap((cluster) => toFeature(cluster, events, locale) ?? []),
		count: clusters.reduce((sum, { members }) => sum + members.length, 0),
		withoutPlace: rows.length - placed.length,
	};
}

const MOST_LISTED = 20;

/** The first events of a box: what is still to come before what is over, each in the order of days; and how many there are. */
export async function listMapEvents(
	rows: readonly CalendarRow[],
	{ box, locale, now }: { box: Box; locale: string; now: Date },
): Promise<{ items: MapEvent[]; count: number }> {
	const inside = placedRows(rows).filter((row) => isInside(row, box));
	const isOver = ({ untilMs }: CalendarRow) => untilMs !== null && untilMs <= now.getTime();
	const first = [...inside.filter((row) => !isOver(row)), ...inside.filter(isOver)];
	const ids = first.slice(0, MOST_LISTED).map(({ id }) => id);
	const events = await readMapEvents(ids, locale);
	return { items: ids.flatMap((id) => events.get(id) ?? []), count: inside.length };
}

function toFeature(
	cluster: Cluster<PlacedRow>,
	events: ReadonlyMap<string, MapEvent>,
	locale: string,
): MapFeature | null {
	const { key, lat, lon, members } = cluster;
	const [first] = members;
	const place = { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] } } as const;
	if (members.length > 1 || !first) {
		return { ...place, properties: { kind: "cluster", key, ...propertiesOf(cluster, locale) } };
	}
	const event = events.get(first.id);
	return event ? { ...place, properties: { kind: "event", key: event.id, ...event } } : null;
}

function propertiesOf({ members, bounds }: Cluster<PlacedRow>, locale: string): ClusterProperties {
	const countries = new Set(members.map(({ country }) => country));
	const cities = new Set(members.map(({ city }) => city));
	const [country = ""] = countries;
	const [city = null] = cities;
	return {
		count: members.length,
		place: placeName(mainMember(members), locale),
		country: countries.size === 1 ? countryName(country, locale) : null,
		city: cities.size === 1 ? city : null,
		bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
	};
}

/** One of those in the city that most are in; of equal ones in the city of the lowest number. */
function mainMember(members: readonly PlacedRow[]): PlacedRow | null {
	const counts = new Map<number, { row: PlacedRow; count: number }>();
	for (const row of members) {
		if (row.city === null) continue;
		const known = counts.get(row.city);
		counts.set(row.city, { row, count: (known?.count ?? 0) + 1 });
	}
	const ranked = [...counts].sort(([a, one], [b, other]) => other.count - one.count || a - b);
	return ranked[0]?.[1].row ?? members[0] ?? null;
}

function placeName(row: PlacedRow | null, locale: string): string | null {
	return row && localCityName({ cityGeonameId: row.city, cityName: row.cityName }, locale);
}
