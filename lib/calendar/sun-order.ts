import { zonesOfCountry } from "@/lib/places/countries";
import { dayIn, observedAt } from "@/lib/time/earth-day";
import { commemorationOf } from "@/lib/time/season";
import type { Span } from "@/lib/time/span";
import { formatOffset } from "@/lib/time/zones";
import type { DayPlace } from "./day-places";
import type { MinuteOfSilence } from "./minutes-of-silence";

/** A minute of silence as one place reaches it. */
export type Silence = Span & Omit<MinuteOfSilence, "time"> & { startTime: string };

/** Places that 26 February reaches at one moment and leaves at one, and the minutes of silence observed there. */
export type Station = Span & {
	/** "UTC+05:45" as the day begins. */
	offset: string;
	offsetMinutes: number;
	places: DayPlace[];
	silences: Silence[];
};

const MINUTE_MS = 60_000;

/**
 * The places of a season in the order in which 26 February reaches them, from the date line westwards: by the moment, and
 * within one by longitude. A country with a minute of silence is among them even where no event is known.
 */
export function orderBySun(
	season: number,
	cities: readonly DayPlace[],
	minutes: readonly MinuteOfSilence[],
): Station[] {
	const date = commemorationOf(season);
	const stations = new Map<string, Station>();
	for (const place of [...cities, ...silentCountries(date, cities, minutes)]) {
		const day = dayIn(date, place.timezone);
		const key = `${day.from} ${day.until} ${day.offsetMinutes}`;
		const offset = `UTC${formatOffset(day.offsetMinutes)}`;
		const station = stations.get(key) ?? { ...day, offset, places: [], silences: [] };
		station.places.push(place);
		stations.set(key, station);
	}
	for (const station of stations.values()) {
		station.places.sort((a, b) => sunward(b, station) - sunward(a, station));
		station.silences = silencesOf(station, date, minutes);
	}
	return [...stations.values()].sort((a, b) => a.from - b.from || a.until - b.until);
}

/** Where no event names a city, the country itself stands in each of its zones. */
function silentCountries(
	date: string,
	cities: readonly DayPlace[],
	minutes: readonly MinuteOfSilence[],
): DayPlace[] {
	const present = new Set(cities.map(({ country }) => country));
	return minutes
		.filter(({ country }) => !present.has(country))
		.flatMap(({ country }) => onePerClock(date, country))
		.map((place) => ({
			...place,
			geonameId: null,
			name: null,
			lon: null,
			eventsInSeason: 0,
			eventsOnDay: 0,
			events: [],
		}));
}

/** Zones of a country that the day reaches at one moment are one, named by the most populous. */
function onePerClock(date: string, country: string): { country: string; timezone: string }[] {
	const zones = new Map<number, string>();
	for (const timezone of zonesOfCountry(country)) {
		const { from } = dayIn(date, timezone);
		if (!zones.has(from)) zones.set(from, timezone);
	}
	return [...zones.values()].map((timezone) => ({ country, timezone }));
}

function silencesOf(
	station: Pick<Station, "places">,
	date: string,
	minutes: readonly MinuteOfSilence[],
): Silence[] {
	return minutes.flatMap(({ country, time, sourceUrl }) => {
		const place = station.places.find((each) => each.country === country);
		if (!place) return [];
		const from = observedAt(date, time, place.timezone).getTime();
		return [{ from, until: from + MINUTE_MS, country, startTime: time, sourceUrl }];
	});
}

/** How far east a place is of its station's meridian, in degrees: the sun comes from there. Unknown: in the west. */
function sunward({ lon }: DayPlace, { offsetMinutes }: Station): number {
	if (lon === null) return -360;
	const east = lon - offsetMinutes / 4;
	return east - 360 * Math.round(east / 360);
}
