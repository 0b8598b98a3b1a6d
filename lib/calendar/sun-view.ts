import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { bestText } from "@/lib/text/languages";
import type { Span } from "@/lib/time/span";
import { offsetMinutes } from "@/lib/time/zones";
import type { DayEvent, DayPlace } from "./day-places";
import { eventPath } from "./event-view";
import type { Silence, Station } from "./sun-order";

/** A timed event of the day in one interface language. */
export type DayEventView = Span &
	Pick<DayEvent, "status" | "isDemo" | "startTime" | "endTime"> & {
		/** Path without the language. */
		path: string;
		title: string;
		/** Language of the title where it is not the reader's. */
		titleLanguage: string | null;
	};

export type PlaceView = {
	name: string;
	/** Null where the place is the country. */
	country: string | null;
	/** Minutes that its clocks are ahead of UTC at the asked moment; a browser may know other rules than the server. */
	offsetMinutes: number;
	/** Path, without the language, to the list of its events of the day, else of the season; null where there are none. */
	path: string | null;
	/** How many events there are, where they do not stand under it. */
	note: string | null;
	events: DayEventView[];
};

export type SilenceView = Span &
	Pick<Silence, "startTime" | "sourceUrl"> & { title: string; place: string };

/** A station in one interface language: everything that the page says of it. */
export type StationView = Span & {
	offset: string;
	offsetMinutes: number;
	beginTitle: string;
	endTitle: string;
	places: PlaceView[];
	silences: SilenceView[];
};

export type SunWords = {
	/** A few names, and how many more places there are. */
	places: (names: readonly string[], more: number) => string;
	begin: (places: string) => string;
	end: (places: string) => string;
	silence: (country: string) => string;
	onDay: (events: number) => string;
	onOtherDays: (events: number) => string;
};

type Asked = {
	/** The day itself, "2027-02-26". */
	date: string;
	locale: string;
	now: Date;
	words: SunWords;
};

const NAMED_PLACES = 3;

/** A station as a reader of `locale` sees it at `now`. */
export function viewStation(station: Station, asked: Asked): StationView {
	const { from, until, offset, offsetMinutes: dayOffset } = station;
	const { locale, words } = asked;
	const places = station.places.map((place) => viewPlace(place, asked));
	const names = places.slice(0, NAMED_PLACES).map(({ name }) => name);
	const named = words.places(names, places.length - names.length);
	return {
		from,
		until,
		offset,
		offsetMinutes: dayOffset,
		beginTitle: words.begin(named),
		endTitle: words.end(named),
		places,
		silences: station.silences.map(({ country, ...silence }) => {
			const first = station.places.findIndex((place) => place.country === country);
			const name = countryName(country, locale);
			return { ...silence, title: words.silence(name), place: places[first]?.name ?? name };
		}),
	};
}

function viewPlace(place: DayPlace, { date, locale, now, words }: Asked): PlaceView {
	const city = place.geonameId === null ? null : getCity(place.geonameId);
	const country = countryName(place.country, locale);
	const name = city ? cityName(city, locale) : place.name;
	return {
		name: name ?? country,
		country: name === null ? null : country,
		offsetMinutes: offsetMinutes(now, place.timezone),
		path: place.eventsInSeason > 0 ? listPath(place, date) : null,
		note: noteOf(place, words),
		events: place.events.map((event) => viewEvent(event, locale)),
	};
}

function listPath({ geonameId, country, eventsOnDay }: DayPlace, date: string): string {
	const where = geonameId === null ? `country=${country}` : `city=${geonameId}`;
	return eventsOnDay > 0
		? `/events?${where}&from=${date}&to=${date}`
		: `/events?${where}&season=${date.slice(0, 4)}`;
}

function noteOf({ eventsOnDay, eventsInSeason, events }: DayPlace, words: SunWords): string | null {
	if (eventsOnDay > events.length) return words.onDay(eventsOnDay);
	return eventsOnDay === 0 && eventsInSeason > 0 ? words.onOtherDays(eventsInSeason) : null;
}

function viewEvent(event: DayEvent, locale: string): DayEventView {
	const best = bestText(event.texts, locale);
	const { from, until, status, isDemo, startTime, endTime } = event;
	return {
		from,
		until,
		status,
		isDemo,
		startTime,
		endTime,
		path: eventPath(event),
		title: best?.text.title ?? "",
		titleLanguage: best?.isFallback ? best.text.locale : null,
	};
}
