import { countryName } from "@/lib/places/countries";
import { type Box, type Cluster, clusterRows, isInside } from "./clusters";
import type { Columns } from "./columns";
import { localCityName } from "./event-view";
import { type MapEvent, readMapEvents } from "./map-events";
import type { Selection } from "./select-events";
import type { Snapshot } from "./snapshot";

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

/** An event that has a place on a map: degrees, and the place of its row. */
type Pin = { lat: number; lon: number; place: number };

/** What a map of these events shows of a box at a zoom (whole number, 512 pixels around the world at 0). */
export async function readMap(
	{ snapshot, places }: Selection,
	{ box, zoom, locale }: { box: Box; zoom: number; locale: string },
): Promise<MapAnswer> {
	const pins = pinsOf(snapshot, places);
	const clusters = clusterRows(pins, { box, zoom });
	const single = clusters.flatMap(({ members: [pin, ...others] }) =>
		pin && others.length === 0 ? [idOf(snapshot, pin)] : [],
	);
	const events = await readMapEvents(single, locale);
	return {
		type: "FeatureCollection",
		features: clusters.flatMap((cluster) => toFeature(cluster, { snapshot, events, locale }) ?? []),
		count: clusters.reduce((sum, { members }) => sum + members.length, 0),
		withoutPlace: places.length - pins.length,
	};
}

const MOST_LISTED = 20;

/** The first events of a box: what is still to come before what is over, each in the order of days; and how many there are. */
export async function listMapEvents(
	{ snapshot, places }: Selection,
	{ box, locale, now }: { box: Box; locale: string; now: Date },
): Promise<{ items: MapEvent[]; count: number }> {
	const { untilMs } = snapshot.columns;
	const inside = pinsOf(snapshot, places).filter((pin) => isInside(pin, box));
	const nowMs = now.getTime();
	// -Infinity: when it ends is not known.
	const isOver = ({ place }: Pin) =>
		Number.isFinite(untilMs[place]) && (untilMs[place] ?? 0) <= nowMs;
	const first = [...inside.filter((pin) => !isOver(pin)), ...inside.filter(isOver)];
	const ids = first.slice(0, MOST_LISTED).map((pin) => idOf(snapshot, pin));
	const events = await readMapEvents(ids, locale);
	return { items: ids.flatMap((id) => events.get(id) ?? []), count: inside.length };
}

function pinsOf({ columns }: Snapshot, places: Uint32Array): Pin[] {
	const pins: Pin[] = [];
	for (const place of places) {
		const lat = columns.lats[place] ?? Number.NaN;
		if (!Number.isNaN(lat)) pins.push({ lat, lon: columns.lons[place] ?? Number.NaN, place });
	}
	return pins;
}

function idOf({ rows }: Snapshot, { place }: Pin): string {
	return rows[place]?.id ?? "";
}

type Sources = { snapshot: Snapshot; events: ReadonlyMap<string, MapEvent>; locale: string };

function toFeature(
	cluster: Cluster<Pin>,
	{ snapshot, events, locale }: Sources,
): MapFeature | null {
	const { key, lat, lon, members } = cluster;
	const [first] = members;
	const place = { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] } } as const;
	if (members.length > 1 || !first) {
		const properties = propertiesOf(cluster, { snapshot, locale });
		return { ...place, properties: { kind: "cluster", key, ...properties } };
	}
	const event = events.get(idOf(snapshot, first));
	return event ? { ...place, properties: { kind: "event", key: event.id, ...event } } : null;
}

function propertiesOf(
	{ members, bounds }: Cluster<Pin>,
	{ snapshot, locale }: Omit<Sources, "events">,
): ClusterProperties {
	const { columns, rows } = snapshot;
	const countries = new Set(members.map(({ place }) => columns.countries[place]));
	const cities = new Set(members.map(({ place }) => columns.cities[place]));
	const [country = ""] = countries;
	const [city] = cities;
	const main = rows[mainMember(members, columns)?.place ?? -1];
	return {
		count: members.length,
		place: main
			? localCityName({ cityGeonameId: main.city, cityName: main.cityName }, locale)
			: null,
		country: countries.size === 1 ? countryName(country, locale) : null,
		city: cities.size === 1 && city ? city : null,
		bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
	};
}

/** One of those in the city that most are in; of equal ones in the city of the lowest number. */
function mainMember(members: readonly Pin[], { cities }: Columns): Pin | null {
	const counts = new Map<number, { pin: Pin; count: number }>();
	for (const pin of members) {
		const city = cities[pin.place];
		if (!city) continue;
		const known = counts.get(city);
		if (known) known.count += 1;
		else counts.set(city, { pin, count: 1 });
	}
	const ranked = [...counts].sort(([a, one], [b, other]) => other.count - one.count || a - b);
	return ranked[0]?.[1].pin ?? members[0] ?? null;
}
