import { pointOf } from "@/lib/calendar/filters";
import { countryName } from "@/lib/places/countries";
import { COUNTRY_CODES } from "@/lib/places/country-codes";
import { nearestCity } from "@/lib/places/distance";
import { type City, findCities, getCity, listCitiesByName } from "@/lib/places/gazetteer";
import { describeCity } from "@/lib/places/namesakes";
import { LOCALES } from "@/lib/text/languages";

/**
 * What a visitor typed or a script filled in as a value of `near`: a point stays, a name becomes the id of the likeliest
 * city; null when there is none. A country beside it may be named in any language of the interface, as `nearLabel` does.
 */
export function readNear(text: string): string | null {
	if (pointOf(text) !== null) return text;
	const [city] = findLabelled(text) ?? findCities(text, { limit: 1 });
	return city ? String(city.id) : null;
}

/** The cities meant by words like those of `nearLabel`; null when they do not end with a comma and a country. */
function findLabelled(text: string): City[] | null {
	const comma = text.lastIndexOf(",");
	const country = comma < 0 ? null : countryNamed(text.slice(comma + 1).trim());
	if (!country) return null;
	const described = listCitiesByName(text.slice(0, text.indexOf(",")), country).find((city) =>
		LOCALES.some((locale) => describeCity(city, locale) === text),
	);
	return described ? [described] : findCities(text.slice(0, comma), { limit: 1, country });
}

function countryNamed(name: string): string | null {
	for (const locale of LOCALES) {
		const code = COUNTRY_CODES.find((each) => countryName(each, locale) === name);
		if (code) return code;
	}
	return null;
}

/** A value of `near` in words as `describeCity` writes them, and for a point the nearest city's. */
export function nearLabel(near: string, locale: string): string {
	const point = pointOf(near);
	if (!point) return near;
	const city = /^\d+$/.test(near) ? getCity(Number(near)) : nearestCity(point.lat, point.lon).city;
	if (!city) return near;
	return describeCity(city, locale);
}
