import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { LOCALES } from "@/lib/text/languages";

/** The words by which an event is found besides its own text: city and country in all eight languages, venue, organisers. */
export function searchKeywords(event: {
	cityGeonameId: number | null;
	cityName: string | null;
	country: string | null;
	venueName: string | null;
	organisers: string[];
}): string {
	const city = event.cityGeonameId === null ? null : getCity(event.cityGeonameId);
	const country = event.country;
	const words = [
		event.cityName,
		...(city ? LOCALES.map((locale) => cityName(city, locale)) : []),
		...(country ? LOCALES.map((locale) => countryName(country, locale)) : []),
		event.venueName,
		...event.organisers,
	];
	return [...new Set(words.filter((word) => word !== null && word !== ""))].join(" \n");
}
