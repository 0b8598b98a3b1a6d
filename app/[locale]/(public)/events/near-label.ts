import { pointOf } from "@/lib/calendar/filters";
import { countryName } from "@/lib/places/countries";
import { nearestCity } from "@/lib/places/distance";
import { cityName, findCities, getCity } from "@/lib/places/gazetteer";

/** What a visitor typed or a script filled in as a value of `near`: a point stays, a name becomes the id of the likeliest city; null when there is none. */
export function readNear(text: string): string | null {
	if (pointOf(text) !== null) return text;
	const [city] = findCities(text, { limit: 1 });
	return city ? String(city.id) : null;
}

/** A value of `near` in words: "Berlin, Germany", and for a point the nearest city's. */
export function nearLabel(near: string, locale: string): string {
	const point = pointOf(near);
	if (!point) return near;
	const city = /^\d+$/.test(near) ? getCity(Number(near)) : nearestCity(point.lat, point.lon).city;
	if (!city) return near;
	return `${cityName(city, locale)}, ${countryName(city.country, locale)}`;
}
