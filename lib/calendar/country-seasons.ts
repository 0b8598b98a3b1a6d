import { currentSnapshot } from "./snapshot";

/** How many listed events a country (ISO 3166-1 alpha-2) has, in all and by season, the newest first (null: year not known). */
export type CountrySeasons = {
	country: string;
	events: number;
	seasons: { season: number | null; events: number }[];
};

/** The countries that have events, by their codes. */
export async function listCountrySeasons(): Promise<CountrySeasons[]> {
	const { seasons } = await currentSnapshot();
	const countries = new Map<string, CountrySeasons>();
	for (const [season, rows] of seasons) {
		for (const { country } of rows) {
			const found = countries.get(country) ?? { country, events: 0, seasons: [] };
			countries.set(country, found);
			found.events += 1;
			const last = found.seasons.at(-1);
			if (last?.season === season) last.events += 1;
			else found.seasons.push({ season, events: 1 });
		}
	}
	return [...countries.values()].sort((a, b) => (a.country < b.country ? -1 : 1));
}
