import type { Published } from "@/lib/calendar/published";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";

/** Zoom level at which OpenStreetMap shows a street. */
const STREET = 17;

/** Where a place is shown: on OpenStreetMap, and in the program that the device opens for `geo:` (RFC 5870). */
export type MapLinks = {
	map: string;
	app: string;
	/** Of the exact place, else null. */
	position: { lat: number; lon: number } | null;
	/** Only the city is known. */
	isCity: boolean;
};

type Place = Pick<
	Published,
	"lat" | "lon" | "isPinExact" | "address" | "venueName" | "cityGeonameId" | "cityName" | "country"
>;

/**
 * Leads to the exact place where the organiser marked it. Else maps are asked for the address, or the venue, in its
 * city: the position of a city is not where the event is. Null where not even the city is known.
 */
export function mapLinks(place: Place): MapLinks | null {
	const { lat, lon, isPinExact } = place;
	if (isPinExact && lat !== null && lon !== null) {
		const [y, x] = [lat.toFixed(5), lon.toFixed(5)];
		return {
			map: `https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=${STREET}/${y}/${x}`,
			app: `geo:${y},${x}?z=${STREET}`,
			position: { lat, lon },
			isCity: false,
		};
	}
	// English names: every map knows them, whatever the reader's language.
	const city = place.cityGeonameId === null ? null : getCity(place.cityGeonameId);
	const town = city ? cityName(city, "en") : place.cityName;
	const detail = place.address ?? place.venueName;
	if (!town && !detail) return null;
	const asked = [detail, town, countryName(place.country, "en")].filter(Boolean).join(", ");
	const query = encodeURIComponent(asked);
	return {
		map: `https://www.openstreetmap.org/search?query=${query}`,
		app: `geo:0,0?q=${query}`,
		position: null,
		isCity: detail === null,
	};
}
