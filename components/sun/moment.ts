import type { StationView } from "@/lib/calendar/sun-view";
import type { Span } from "@/lib/time/span";
import type { PlaceMoment } from "./own-time";

/** Something that happens on 26 February: the day begins or ends somewhere (no time passes), people are silent, an event. */
export type Moment = Span &
	PlaceMoment & {
		key: string;
		kind: "begin" | "end" | "silence" | "event";
		title: string;
		/** Language of the title where it is not the page's. */
		titleLanguage: string | null;
		place: string;
		/** Path without the language. */
		path: string | null;
		isDemo: boolean;
	};

const MIDNIGHT = "00:00";
const PLAIN = { titleLanguage: null, path: null, isDemo: false };

/** All moments of the day; what is cancelled or postponed is none. `days` are the day and the one after it, "YYYY-MM-DD". */
export function listMoments(
	stations: readonly StationView[],
	days: { date: string; next: string },
): Moment[] {
	return stations.flatMap((station) => [
		edge("begin", station, station.from, days.date),
		edge("end", station, station.until, days.next),
		...silencesOf(station, days.date),
		...eventsOf(station, days.date),
	]);
}

function edge(kind: "begin" | "end", station: StationView, at: number, date: string): Moment {
	return {
		...PLAIN,
		key: `${kind} ${at} ${station.from} ${station.until}`,
		kind,
		from: at,
		until: at,
		at,
		date,
		time: MIDNIGHT,
		title: kind === "begin" ? station.beginTitle : station.endTitle,
		place: station.places[0]?.name ?? station.offset,
	};
}

function silencesOf({ silences }: StationView, date: string): Moment[] {
	return silences.map(({ title, place, from, until, startTime }) => ({
		...PLAIN,
		key: `silence ${title} ${from}`,
		kind: "silence",
		from,
		until,
		at: from,
		date,
		time: startTime,
		title,
		place,
	}));
}

function eventsOf({ places }: StationView, date: string): Moment[] {
	return places.flatMap(({ name, events }) =>
		events
			.filter(({ status }) => status === "scheduled" || status === "rescheduled")
			.map(({ from, until, startTime, path, title, titleLanguage, isDemo }) => ({
				key: path,
				kind: "event",
				from,
				until,
				at: from,
				date,
				time: startTime,
				title,
				titleLanguage,
				place: name,
				path,
				isDemo,
			})),
	);
}
