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
