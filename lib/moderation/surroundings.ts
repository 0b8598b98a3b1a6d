import { CLASH_KM } from "@/lib/calendar/clashes";
import type { Clash } from "@/lib/events/clashes";
import type { RevisionContent } from "@/lib/events/revision";
import { distanceKm, nearestCity, type Point } from "@/lib/places/distance";
import { type City, cityName, getCity } from "@/lib/places/gazetteer";

/** A place of the gazetteer, and how far from it an event is held. */
export type NearPlace = Point & { name: string; country: string; km: number };

/** Another event of those hours near by. */
export type NearEvent = Point & Pick<Clash, "title" | "titleLanguage" | "path"> & { km: number };

/** Where an event is held, for whoever has to see whether its pin is right. */
export type Surroundings = {
	/** Of the pin; of its city's centre where no pin was set. */
	point: Point;
	hasPin: boolean;
	/** The city that was chosen; null where it is not in the gazetteer. */
	city: NearPlace | null;
	/** The place nearest to the pin, where it is another one than the city. */
	nearest: NearPlace | null;
	/** The pin is far from the city, or in another country. */
	isDoubtful: boolean;
	/** The nearest first. */
	others: NearEvent[];
};

/** From here on hardly anybody would name the city for the place. */
const FAR_KM = 50;

/** What is around the place of a submission; null where nobody meets anywhere, or no place is known. */
export function surroundingsOf(
	{
		attendanceMode,
		lat,
		lon,
		cityGeonameId,
	}: Pick<RevisionContent, "attendanceMode" | "lat" | "lon" | "cityGeonameId">,
	clashes: readonly Clash[],
	locale: string,
): Surroundings | null {
	if (attendanceMode === "online") return null;
	const city = cityGeonameId === null ? null : getCity(cityGeonameId);
	const pin = lat !== null && lon !== null ? { lat, lon } : null;
	const point = pin ?? city;
	if (!point) return null;
	const near = pin && nearestCity(pin.lat, pin.lon).city;
	const chosen = city && nearPlace(city, point, locale);
	return {
		point: { lat: point.lat, lon: point.lon },
		hasPin: pin !== null,
		city: chosen,
		nearest: near && near.id !== city?.id ? nearPlace(near, point, locale) : null,
		isDoubtful:
			near !== null &&
			city !== null &&
			(near.country !== city.country || (chosen?.km ?? 0) > FAR_KM),
		others: clashes
			.flatMap(({ point: other, title, titleLanguage, path }) =>
				other ? { ...other, title, titleLanguage, path, km: kmBetween(point, other) } : [],
			)
			.filter(({ km }) => km <= CLASH_KM)
			.sort((a, b) => a.km - b.km),
	};
}

function nearPlace(city: City, point: Point, locale: string): NearPlace {
	return {
		lat: city.lat,
		lon: city.lon,
		name: cityName(city, locale),
		country: city.country,
		km: kmBetween(point, city),
	};
}

/** To a tenth of a kilometre, from ten on whole ones: a pin is hardly set more exactly. */
function kmBetween(one: Point, other: Point): number {
	const km = distanceKm(one, other);
	return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
}
