import "server-only";
import { getTranslations } from "next-intl/server";
import { cachedDayPlaces, cachedMinutesOfSilence } from "@/app/cached-calendar";
import { dayAndTime } from "@/components/sun/day-and-time";
import type { SunDay } from "@/components/sun/sun-day";
import type { SunTexts } from "@/components/sun/sun-texts";
import { orderBySun } from "@/lib/calendar/sun-order";
import { type SunWords, viewStation } from "@/lib/calendar/sun-view";
import { earthDay } from "@/lib/time/earth-day";
import { clockIn } from "@/lib/time/format";
import { commemorationOf, currentSeason } from "@/lib/time/season";
import { addDays } from "@/lib/time/wall-time";

/** The 26 February nearest to `now`, for a page in `locale`. */
export async function readSunDay(locale: string, now: Date): Promise<SunDay> {
	const season = currentSeason(now);
	const date = commemorationOf(season);
	const [places, minutes, t, status] = await Promise.all([
		cachedDayPlaces(season),
		cachedMinutesOfSilence(),
		getTranslations({ locale, namespace: "sun" }),
		getTranslations({ locale, namespace: "eventStatus" }),
	]);
	const words = wordsOf(t, locale);
	const earth = earthDay(date);
	const begin = { at: earth.from, ...clockIn(new Date(earth.from), "UTC") };
	return {
		season,
		date,
		next: addDays(date, 1),
		locale,
		renderedAt: now.getTime(),
		earth,
		begin,
		stations: orderBySun(season, places, minutes).map((station) =>
			viewStation(station, { date, locale, now, words }),
		),
		texts: {
			...textsOf(t),
			firstPlace: t("panel.firstPlace", { time: dayAndTime(begin, locale, null) }),
			after: t("panel.after", { year: String(season) }),
			status: {
				scheduled: status("scheduled"),
				rescheduled: status("rescheduled"),
				postponed: status("postponed"),
				cancelled: status("cancelled"),
			},
		},
	};
}

type Translate = Awaited<ReturnType<typeof getTranslations<"sun">>>;

function wordsOf(t: Translate, locale: string): SunWords {
	const list = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
	return {
		places: (names, more) =>
			more === 0
				? list.format(names)
				: t("moment.places", { places: names.join(locale === "ar" ? "، " : ", "), more }),
		begin: (named) => t("moment.begin", { places: named }),
		end: (named) => t("moment.end", { places: named }),
		silence: (country) => t("moment.silence", { country }),
		onDay: (count) => t("eventsOnDay", { count }),
		onOtherDays: (count) => t("eventsOtherDays", { count }),
	};
}

/** Texts with places in braces stay as they are: the browser fills them in. */
function textsOf(t: Translate): Omit<SunTexts, "firstPlace" | "after" | "status"> {
	return {
		units: t.raw("panel.units"),
		untilBegin: t("panel.untilBegin"),
		forYou: t.raw("panel.forYou"),
		timeThere: t.raw("panel.timeThere"),
		timeThereAndHere: t.raw("panel.timeThereAndHere"),
		placesTitle: t("panel.placesTitle"),
		places: t.raw("panel.places"),
		columns: t.raw("panel.columns"),
		nothing: t.raw("panel.nothing"),
		more: t.raw("panel.more"),
		afterText: t("panel.afterText"),
		startsIn: t("panel.startsIn"),
		begins: t.raw("begins"),
		phase: t.raw("phase"),
		clock: t.raw("clock"),
		hour: t.raw("hour"),
		example: t("example"),
		source: t("source"),
	};
}
