import type { EventType } from "@/lib/calendar/content-columns";
import type { DraftContent } from "@/lib/events/schema";
import { getCity } from "@/lib/places/gazetteer";
import { seasonOf } from "@/lib/time/season";
import { daysBetween } from "@/lib/time/wall-time";
import { placeKey, toArchiveContent } from "@/prisma/seed/archive-events";
import { demoSeason } from "@/prisma/seed/demo-season";
import type { EventRow, Rows } from "@/prisma/seed/rows";

/** A city of the seed's events and missions, with the venues that they name there. */
export type RealPlace = Pick<
	DraftContent,
	"cityGeonameId" | "cityName" | "country" | "timezone"
> & {
	/** Degrees; of the city. */
	lat: number | null;
	lon: number | null;
	venues: Pick<DraftContent, "venueName" | "lat" | "lon">[];
};

/** What the seed's real events and missions are made of, to draw new combinations from. */
export type RealParts = {
	/** As often as events are held there; a mission counts as two. */
	places: (readonly [RealPlace, number])[];
	types: { type: EventType; typesAlso: EventType[] }[];
	hours: Pick<DraftContent, "startTime" | "endTime">[];
	/** Days from 26 February, from 20 February to 3 March (or 4 in a common year). */
	dayOffsets: number[];
	/** English titles without their place, by type. */
	titles: Map<EventType, string[]>;
	sources: Pick<EventRow, "source_url" | "source_title" | "note">[];
};

const WEEK_BEFORE = -6;
const DAYS_AFTER = 6;
const MISSION_WEIGHT = 2;
/** Where the place, the host or the anniversary begins in a title. */
const PLACE_PART = /(?:,| (?:in|at|of the embassy|announced|planned|organised|with)\b|:|\().*$/;

/** Reads the parts from the rows of the data files. */
export function realParts(rows: Rows): RealParts {
	const places = new Map(rows.places.map((row) => [placeKey(row.country, row.city), row]));
	const held = rows.events.map((row) => toArchiveContent(row, places).content);
	const missions = demoSeason(rows.missions, "2027-02-26").map(({ content }) => content);
	return {
		places: placesOf([
			...held.map((content) => [content, 1] as const),
			...missions.map((content) => [content, MISSION_WEIGHT] as const),
		]),
		types: rows.events.map((row) => ({ type: row.type, typesAlso: row.types_also })),
		hours: [...held, ...missions].filter(({ startTime }) => startTime !== null),
		dayOffsets: rows.events.flatMap(offsetOf),
		titles: titlesOf(rows.events),
		sources: rows.events,
	};
}

function placesOf(contents: (readonly [DraftContent, number])[]): [RealPlace, number][] {
	const found = new Map<string, [RealPlace, number]>();
	for (const [content, weight] of contents) {
		const { cityGeonameId, cityName, country, timezone, venueName, lat, lon } = content;
		if (cityName === null) continue;
		const key = `${country} ${cityName}`;
		const city = cityGeonameId === null ? null : getCity(cityGeonameId);
		const [place, before] = found.get(key) ?? [
			{
				cityGeonameId,
				cityName,
				country,
				timezone,
				lat: city?.lat ?? null,
				lon: city?.lon ?? null,
				venues: [],
			},
			0,
		];
		if (venueName !== null) place.venues.push({ venueName, lat, lon });
		found.set(key, [place, before + weight]);
	}
	return [...found.values()];
}

function offsetOf({ date_start }: EventRow): number[] {
	if (date_start === null) return [];
	const days = daysBetween(`${seasonOf(date_start)}-02-26`, date_start);
	return days >= WEEK_BEFORE && days <= DAYS_AFTER ? [days] : [];
}

function titlesOf(events: readonly EventRow[]): Map<EventType, string[]> {
	const titles = new Map<EventType, string[]>();
	for (const { title, type } of events) {
		const kept = title.replace(PLACE_PART, "").trim();
		const known = titles.get(type) ?? [];
		if (kept.length >= 5 && !known.includes(kept)) titles.set(type, [...known, kept]);
	}
	return titles;
}
