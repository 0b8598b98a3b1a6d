import { type City, readCity } from "./gazetteer";
import { loadGazetteer } from "./gazetteer-file";

/** Degrees; latitude north, longitude east. */
export type Point = { lat: number; lon: number };

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres on a sphere of the mean radius (haversine; error below 0.6 %). */
export function distanceKm(from: Point, to: Point): number {
	const halfLat = Math.sin(((to.lat - from.lat) * RADIANS) / 2) ** 2;
	const halfLon = Math.sin(((to.lon - from.lon) * RADIANS) / 2) ** 2;
	const chord = halfLat + Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * halfLon;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The gazetteer's city nearest to a point, and how far it is; throws RangeError outside ±90 and ±180 degrees. */
export function nearestCity(lat: number, lon: number): { city: City; km: number } {
	if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) throw new RangeError("Not a point on Earth");
	const data = loadGazetteer();
	const { lat: lats, lon: lons } = data.columns;
	let nearest = 0;
	let km = Number.POSITIVE_INFINITY;
	for (let number = 0; number < lats.length; number++) {
		const city = { lat: (lats[number] ?? 0) / 100_000, lon: (lons[number] ?? 0) / 100_000 };
		// a degree of latitude is 111.19 km: no need for trigonometry on what is farther north or south
		if (Math.abs(city.lat - lat) * 111.19 >= km) continue;
		const distance = distanceKm({ lat, lon }, city);
		if (distance >= km) continue;
		nearest = number;
		km = distance;
	}
	return { city: readCity(data, nearest), km };
}

/** The gazetteer's cities within `km` of a point, the most populous first, at most `limit`. */
export function citiesAround(point: Point, { km, limit }: { km: number; limit: number }): City[] {
	const data = loadGazetteer();
	const { lat: lats, lon: lons } = data.columns;
	const found: City[] = [];
	// cities are numbered by population
	for (let number = 0; number < lats.length && found.length < limit; number++) {
		const lat = (lats[number] ?? 0) / 100_000;
		if (Math.abs(lat - point.lat) * 111.19 > km) continue;
		if (distanceKm(point, { lat, lon: (lons[number] ?? 0) / 100_000 }) > km) continue;
		found.push(readCity(data, number));
	}
	return found;
}
