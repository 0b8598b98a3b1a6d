import type { SeasonSummary, TypeCount } from "@/lib/calendar/archive";
import type { Numbers } from "@/lib/calendar/numbers";

export type Year = {
	year: number;
	/** Null where the calendar has no event of that year. */
	numbers: Numbers | null;
	types: readonly TypeCount[];
	/** Events more (fewer: negative) than in the year before; null where one of the two has none. */
	change: number | null;
};

/** The past years from the first that has an event to the last, those without any included; the earliest first. */
export function byYear(seasons: readonly SeasonSummary[], thisSeason: number): Year[] {
	const known = new Map(seasons.map((each) => [each.season, each]));
	const past = seasons.flatMap(({ season }) =>
		season !== null && season < thisSeason ? [season] : [],
	);
	if (past.length === 0) return [];
	const first = Math.min(...past);
	const length = Math.max(...past) - first + 1;
	return Array.from({ length }, (_, index) => {
		const year = first + index;
		const numbers = known.get(year)?.numbers ?? null;
		const before = known.get(year - 1)?.numbers;
		return {
			year,
			numbers,
			types: known.get(year)?.types ?? [],
			change: numbers && before ? numbers.events - before.events : null,
		};
	});
}

/** How many events of each type all past seasons have, most first. */
export function typesOfAll(
	years: readonly Pick<Year, "types">[],
	undated: Pick<SeasonSummary, "types"> | undefined,
): TypeCount[] {
	const counts = new Map<string, number>();
	for (const { types } of [...years, ...(undated ? [undated] : [])]) {
		for (const { type, events } of types) counts.set(type, (counts.get(type) ?? 0) + events);
	}
	return [...counts]
		.map(([type, events]) => ({ type, events }))
		.sort((a, b) => b.events - a.events);
}
