import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { LOCALES } from "@/lib/text/languages";
import { demoPhrase } from "@/prisma/seed/demo-texts";
import { readRows } from "@/prisma/seed/rows";
import { realParts } from "../fill/real-parts";
import { type SeededRandom, seededRandom } from "../fill/seeded-random";

const SEED = 300;

/** Kinds of searches and how many of each are asked. */
const MIX = { city: 100, words: 60, mistyped: 40, filters: 60, near: 40 } as const;

/** Different queries ("q=…&country=…") as visitors ask them, the same in every run, in mixed order. */
export function searchQueries(): string[] {
	const random = seededRandom(SEED);
	const parts = realParts(readRows());
	const cities = parts.places.flatMap(([{ cityGeonameId }]) => {
		const city = cityGeonameId === null ? null : getCity(cityGeonameId);
		return city ? [city] : [];
	});
	const ask = (query: Record<string, string>) => new URLSearchParams(query).toString();
	const nameOf = () => cityName(random.pick(cities), random.pick(LOCALES));
	const make: Record<keyof typeof MIX, () => string> = {
		city: () => ask({ q: nameOf() }),
		words: () => ask({ q: titleWords(random, [...parts.titles.values()].flat()) }),
		mistyped: () => ask({ q: mistyped(random, nameOf()) }),
		filters: () =>
			ask({
				country: random.pick(cities).country,
				...(random.chance(0.7) ? { type: random.pick(EVENT_TYPES) } : {}),
				...(random.chance(0.5) ? { season: String(random.whole(2012, 2027)) } : {}),
				...(random.chance(0.3) ? { q: random.pick(["Khojaly", "Xocalı", "Ходжалы", "anma"]) } : {}),
			}),
		near: () => {
			const { id, lat, lon } = random.pick(cities);
			const near = random.chance(0.5) ? String(id) : `${lat.toFixed(3)},${lon.toFixed(3)}`;
			return ask({ near, radius: String(random.whole(10, 500)) });
		},
	};
	const all = Object.entries(MIX).flatMap(([kind, count]) => {
		const found = new Set<string>();
		while (found.size < count) found.add(make[kind as keyof typeof MIX]());
		return [...found];
	});
	return all
		.map((query) => ({ query, order: random.next() }))
		.sort((left, right) => left.order - right.order)
		.map(({ query }) => query);
}

function titleWords(random: SeededRandom, titles: readonly string[]): string {
	const type = random.pick(["ceremony", "exhibition", "conference", "concert", "lecture"] as const);
	const title = random.chance(0.5)
		? random.pick(titles)
		: demoPhrase(type, random.pick(LOCALES)).title;
	const words = title.split(/\s+/).filter((word) => word.length > 3);
	const from = random.whole(0, Math.max(0, words.length - 2));
	return words.slice(from, from + random.whole(1, 2)).join(" ") || title;
}

/** One letter left out, doubled or changed with its neighbour. */
function mistyped(random: SeededRandom, word: string): string {
	const letters = [...word];
	const at = random.whole(1, Math.max(1, letters.length - 2));
	const kind = random.pick(["missing", "double", "swapped"] as const);
	if (kind === "missing") letters.splice(at, 1);
	else if (kind === "double") letters.splice(at, 0, letters[at] ?? "");
	else letters.splice(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
	return letters.join("");
}
