import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { bestText } from "@/lib/text/languages";
import { formatTime, formatTimeRange } from "@/lib/time/format";
import { type Phase, phaseBetween, type Timing, timingOf } from "@/lib/time/schedule";
import { offsetLabel } from "@/lib/time/zones";
import type { Published } from "./published";
import { seasonSegment } from "./tags";

/** What a list shows of an event, in one interface language. */
export type EventView = {
	id: string;
	/** Path without the language. */
	path: string;
	title: string;
	/** Language of the title where it is not the reader's. */
	titleLanguage: string | null;
	type: Published["type"];
	status: Published["status"];
	attendanceMode: Published["attendanceMode"];
	isDemo: boolean;
	timing: Timing;
	phase: Phase;
	season: number | null;
	/** Known where at least the year is. */
	year: number | null;
	startDate: string | null;
	/** Set only for events of several days. */
	endDate: string | null;
	/** "19:00" on the clocks of the place, for sorting; null unless timed. */
	startTime: string | null;
	/** "19:00 – 21:00" on the clocks of the place; null unless timed. */
	time: string | null;
	/** "UTC+05:45" at the start; null unless timed. */
	offset: string | null;
	city: string | null;
	country: string;
	venueName: string | null;
	/** The public event that it is part of. */
	whole: { path: string; title: string; titleLanguage: string | null } | null;
};

/** A published event as lists show it to a reader of `locale` at `now`. */
export function viewOf(event: Published, locale: string, now: Date): EventView {
	const { schedule } = event;
	const best = bestText(event.texts, locale);
	const lastDate = schedule.endDate === schedule.startDate ? null : schedule.endDate;
	const timing = timingOf(schedule);
	return {
		id: event.id,
		path: eventPath(event),
		title: best?.text.title ?? "",
		titleLanguage: best?.isFallback ? best.text.locale : null,
		type: event.type,
		status: event.status,
		attendanceMode: event.attendanceMode,
		isDemo: event.isDemo,
		timing,
		phase: phaseBetween(toDate(event.startsAtUtc), toDate(event.liveUntilUtc), now),
		season: event.season,
		year: schedule.year,
		startDate: timing === "undated" ? null : schedule.startDate,
		endDate: timing === "undated" ? null : lastDate,
		startTime: timing === "timed" ? schedule.startTime : null,
		time: timing === "timed" ? timeOf(event, lastDate !== null, locale) : null,
		offset:
			timing === "timed" && event.startsAtUtc
				? offsetLabel(new Date(event.startsAtUtc), schedule.timezone)
				: null,
		city: localCityName(event, locale),
		country: countryName(event.country, locale),
		venueName: event.venueName,
		whole: wholeOf(event, locale),
	};
}

/** An instant as it stands in JSON (ISO 8601). */
export function toDate(instant: string | null): Date | null {
	return instant === null ? null : new Date(instant);
}

function wholeOf({ superEvent }: Published, locale: string): EventView["whole"] {
	// A page kept by an earlier version says nothing of it.
	const best = superEvent && bestText(superEvent.texts, locale);
	if (!superEvent || !best) return null;
	const { text, isFallback } = best;
	return {
		path: eventPath(superEvent),
		title: text.title,
		titleLanguage: isFallback ? text.locale : null,
	};
}

/** Path of an event's page, without the language: "/events/2027/slug". */
export function eventPath({ season, slug }: { season: number | null; slug: string }): string {
	return `/events/${seasonSegment(season)}/${slug}`;
}

/** The city's name in the reader's language where the gazetteer knows it, else as the organiser wrote it. */
export function localCityName(
	event: Pick<Published, "cityGeonameId" | "cityName">,
	locale: string,
): string | null {
	const city = event.cityGeonameId === null ? null : getCity(event.cityGeonameId);
	return city ? cityName(city, locale) : event.cityName;
}

function timeOf({ schedule }: Published, hasSeveralDays: boolean, locale: string): string | null {
	if (schedule.startTime === null) return null;
	if (hasSeveralDays) return formatTime(schedule.startTime, locale);
	return formatTimeRange(schedule.startTime, schedule.endTime, locale);
}

/** Events of one day of the place, of a year without days, or without any date. */
export type DayGroup = {
	key: string;
	date: string | null;
	year: number | null;
	events: EventView[];
};

/**
 * Gathers events under the local days on which they begin. Seasons stay in the order in which they come, days go from
 * the first to the last, those of which only the year is known follow their year. Within a day the clocks of the
 * places count, then the title as a reader of `locale` sorts; what has no hour comes last.
 */
export function groupByDay(views: readonly EventView[], locale: string): DayGroup[] {
	const groups = new Map<string, DayGroup>();
	const seasons = [...new Set(views.map(({ season }) => season))];
	for (const view of views) {
		const day = view.startDate ?? (view.year === null ? "9999" : `${view.year}-12-31~`);
		const key = `${String(seasons.indexOf(view.season)).padStart(4, "0")} ${day}`;
		const group = groups.get(key) ?? {
			key,
			date: view.startDate,
			year: view.startDate === null ? view.year : null,
			events: [],
		};
		group.events.push(view);
		groups.set(key, group);
	}
	const { compare } = new Intl.Collator(locale);
	for (const { events } of groups.values()) {
		events.sort((a, b) => byClock(a, b) || compare(a.title, b.title));
	}
	return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function byClock(a: EventView, b: EventView): number {
	const [first, second] = [a.startTime ?? "~", b.startTime ?? "~"];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}
