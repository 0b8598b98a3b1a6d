import type { createTranslator } from "next-intl";
import { type CalendarFilters, DEFAULT_RADIUS_KM, pointOf } from "@/lib/calendar/filters";
import { listOrganiserNames } from "@/lib/calendar/queries";
import { countryName } from "@/lib/places/countries";
import { nearestCity } from "@/lib/places/distance";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { languageName } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";

type Translator = ReturnType<typeof createTranslator>;

/** A point farther than this from any city is told by its coordinates. */
const MAX_KM_TO_CITY = 10;

/** What the filters choose, in the reader's words: "Germany", "exhibitions", "2027". Empty when they choose all. */
export async function filterWords(
	t: Translator,
	locale: string,
	filters: CalendarFilters,
): Promise<string[]> {
	const { q, country, type, season, from, to, organiser } = filters;
	return [
		country && countryName(country, locale),
		...placeWords(t, locale, filters),
		type && t(`feeds.types.${type}`),
		organiser && ((await listOrganiserNames([organiser]))[organiser] ?? organiser),
		season === "undated" ? t("events.yearNotKnown") : season && String(season),
		from && t("events.filters.chipFrom", { date: formatDay(from, locale) }),
		to && t("events.filters.chipTo", { date: formatDay(to, locale) }),
		...kindWords(t, locale, filters),
		q && t("events.filters.chipQ", { words: q }),
	].flatMap((word) => word || []);
}

function placeWords(
	t: Translator,
	locale: string,
	{ city, near, radius = DEFAULT_RADIUS_KM }: CalendarFilters,
): string[] {
	const chosen = city === undefined ? null : getCity(city);
	return [
		...(chosen ? [cityName(chosen, locale)] : []),
		...(near ? [t("events.filters.chipNear", { place: pointName(near, locale), km: radius })] : []),
	];
}

function pointName(near: string, locale: string): string {
	const point = pointOf(near);
	if (!point) return near;
	const { city, km } = nearestCity(point.lat, point.lon);
	if (km <= MAX_KM_TO_CITY) return cityName(city, locale);
	return `${point.lat.toFixed(2)}, ${point.lon.toFixed(2)}`;
}

function kindWords(
	t: Translator,
	locale: string,
	{ language, text, attendance, free, accessible }: CalendarFilters,
): (string | undefined)[] {
	return [
		language && t("events.filters.chipLanguage", { language: languageName(language, locale) }),
		text && t("events.filters.chipText", { language: languageName(text, locale) }),
		attendance && t(`events.filters.attendances.${attendance}`),
		free && t("events.filters.free"),
		accessible && t("events.filters.accessible"),
	];
}
