/** The API takes no longer question. */
const MAX_QUERY = 80;

export type CityOption = {
	id: number;
	/** Name in the interface language. */
	label: string;
	admin1: string | null;
	/** ISO 3166-1 alpha-2. */
	country: string;
	countryName: string;
	/** IANA. */
	timezone: string;
};

/** Asks our own API for cities whose name begins with `query`. @throws when it does not answer or the signal aborts */
export async function searchCities(
	query: string,
	locale: string,
	signal: AbortSignal,
): Promise<CityOption[]> {
	const parameters = new URLSearchParams({ q: query.slice(0, MAX_QUERY), locale });
	const response = await fetch(`/api/v1/cities?${parameters}`, { signal });
	if (!response.ok) throw new Error(`cities: ${response.status}`);
	const { items }: { items: CityOption[] } = await response.json();
	return items;
}

/** The region of a city where it tells it from another of its name; regions are known in English only. */
export function regionOf(city: CityOption, cities: readonly CityOption[]): string | null {
	const hasNamesake = cities.some(
		(other) => other.id !== city.id && other.label === city.label && other.country === city.country,
	);
	return hasNamesake ? city.admin1 : null;
}
