import { getCity } from "@/lib/places/gazetteer";
import { selectEvents } from "./select-events";

/** A city of the gazetteer in which events of a season are. */
export type SeasonCity = {
	/** GeoNames id. */
	city: number;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** Degrees. */
	lat: number;
	lon: number;
	events: number;
};

/** The cities of a season's listed events, those with most events first; events whose city is not known are not in it. */
export async function seasonCities(season: number): Promise<SeasonCity[]> {
	const { rows } = await selectEvents({ season });
	const counts = new Map<number, number>();
	for (const { city } of rows) {
		if (city !== null) counts.set(city, (counts.get(city) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a, some], [b, more]) => more - some || a - b)
		.flatMap(([id, events]) => {
			const city = getCity(id);
			return city
				? [{ city: id, country: city.country, lat: city.lat, lon: city.lon, events }]
				: [];
		});
}
