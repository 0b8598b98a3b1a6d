import type { EventType } from "@/lib/calendar/content-columns";
import type { DraftContent } from "@/lib/events/schema";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { LOCALES, type Locale } from "@/lib/text/languages";
import { type DemoType, demoLocales, demoPhrase } from "@/prisma/seed/demo-texts";
import type { RealParts, RealPlace } from "./real-parts";
import type { SeededRandom } from "./seeded-random";

const PHRASED: readonly DemoType[] = [
	"ceremony",
	"exhibition",
	"conference",
	"lecture",
	"screening",
	"concert",
];
const HOW_MANY = [
	[1, 25],
	[2, 40],
	[3, 25],
	[4, 10],
] as const;

/** Titles and descriptions of an event in one to four languages, most in English, Azerbaijani and the host country's. */
export function writeTexts(
	random: SeededRandom,
	{ titles }: RealParts,
	{ type, place }: { type: EventType; place: RealPlace },
): DraftContent["texts"] {
	const locales = chooseLocales(random, place.country ?? "");
	return Object.fromEntries(
		locales.map((locale) => {
			const known = titles.get(type) ?? [];
			const phrased = isPhrased(type) ? type : random.pick(PHRASED);
			const head =
				locale === "en" && known.length > 0 && random.chance(0.7)
					? random.pick(known)
					: demoPhrase(phrased, locale).title;
			const comma = locale === "ar" ? "،" : ",";
			return [
				locale,
				{
					title: `${head}${comma} ${nameOf(place, locale)}`,
					description: programme(random, phrased, locale),
				},
			];
		}),
	);
}

function chooseLocales(random: SeededRandom, country: string): Locale[] {
	const usual = demoLocales(country);
	const count = random.weighted(HOW_MANY);
	const chosen = new Set<Locale>();
	while (chosen.size < count) chosen.add(random.pick(random.chance(0.8) ? usual : LOCALES));
	return LOCALES.filter((locale) => chosen.has(locale));
}

function programme(random: SeededRandom, type: DemoType, locale: Locale): string {
	const more = Array.from({ length: random.whole(0, 2) }, () => random.pick(PHRASED));
	const sentences = [...new Set([type, ...more])].map((each) => demoPhrase(each, locale).programme);
	return sentences.join("\n\n");
}

function nameOf(place: RealPlace, locale: Locale): string {
	const city = place.cityGeonameId === null ? null : getCity(place.cityGeonameId);
	if (city) return cityName(city, locale);
	return place.cityName ?? countryName(place.country ?? "", locale);
}

function isPhrased(type: EventType): type is DemoType {
	return (PHRASED as readonly EventType[]).includes(type);
}
