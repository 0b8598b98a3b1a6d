import { db } from "@/lib/db/client";
import { getCity } from "@/lib/places/gazetteer";

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
	const cities = await db.publishedEvent.groupBy({
		by: ["cityGeonameId", "country"],
		where: { season, visibility: "public", cityGeonameId: { not: null } },
		_count: { id: true },
		orderBy: [{ _count: { id: "desc" } }, { cityGeonameId: "asc" }],
	});
	return cities.flatMap(({ cityGeonameId, country, _count }) => {
		const city = cityGeonameId === null ? null : getCity(cityGeonameId);
		if (!city) return [];
		return [{ city: city.id, country, lat: city.lat, lon: city.lon, events: _count.id }];
	});
}
