import { countryName } from "./countries";
import { type City, cityName, listCitiesByName } from "./gazetteer";

type Named = Pick<City, "id" | "name" | "names" | "admin1" | "country" | "population">;

/**
 * Other cities of its country that have the city's name in the interface language, the most populous first; none for a
 * name that ends with a note of its own: "Zürich (Kreis 3)".
 */
export function listNamesakes(city: Named, locale: string): City[] {
	const name = cityName(city, locale);
	if (name.includes("(")) return [];
	return listCitiesByName(name, city.country).filter(({ id }) => id !== city.id);
}

/**
 * A city in words that mean no other: "Berlin, Germany"; where its country has another of its name "Springfield, Ohio,
 * United States" (regions are known in English only), and in one region all but the first with their inhabitants.
 */
export function describeCity(city: Named, locale: string): string {
	const country = countryName(city.country, locale);
	const name = cityName(city, locale);
	const namesakes = listNamesakes(city, locale);
	if (namesakes.length === 0) return `${name}, ${country}`;
	const isSecond = namesakes.some((other) => other.admin1 === city.admin1 && isBefore(other, city));
	const inhabitants = isSecond ? ` (${city.population.toLocaleString(locale)})` : "";
	return [name, city.admin1 && `${city.admin1}${inhabitants}`, country].filter(Boolean).join(", ");
}

function isBefore(a: Named, b: Named): boolean {
	return a.population === b.population ? a.id < b.id : a.population > b.population;
}
