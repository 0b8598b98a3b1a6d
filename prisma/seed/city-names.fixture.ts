import { selectEvents } from "@/lib/calendar/select-events";
import { cityName, getCity } from "@/lib/places/gazetteer";

/** Each city that has events, with the events that its name in some language does not find; empty is right. */
export async function missedByCityNames(
	locales: readonly string[],
): Promise<{ cities: number; missed: string[] }> {
	const cities = new Map<number, string[]>();
	for (const { id, city } of (await selectEvents({})).rows)
		if (city !== null) cities.set(city, [...(cities.get(city) ?? []), id]);
	const missed: string[] = [];
	for (const [geonameId, ids] of cities) {
		const city = getCity(geonameId);
		for (const locale of locales) {
			const q = city ? cityName(city, locale) : "";
			const found = new Set((await selectEvents({ q })).rows.map(({ id }) => id));
			if (ids.some((id) => !found.has(id))) missed.push(`${locale} ${q}`);
		}
	}
	return { cities: cities.size, missed };
}
