import { type DraftContent, draftContent } from "@/lib/events/schema";
import { commemorationOf, nextCommemoration } from "@/lib/time/season";
import { addDays } from "@/lib/time/wall-time";
import type { NewEvent } from "@/prisma/seed/import-event";
import type { RealParts, RealPlace } from "./real-parts";
import type { SeededRandom } from "./seeded-random";
import { writeTexts } from "./write-texts";

const FIRST_SEASON = 2010;
/** Events of a season to those of the one before: the coming one of 17 has a tenth of all. */
const GROWTH = 1.08;
const OFF_SEASON = 0.1;
const EXACT_PIN = 0.6;
const ONLINE = 0.04;
const MIXED = 0.04;
const DAY_UNKNOWN = 0.03;
const TO_BE_ANNOUNCED = 0.08;
const EXHIBITION_OF_WHOLE_DAYS = 0.7;
const DAY_MS = 86_400_000;
/** Degrees around the middle of a city. */
const CITY_SPREAD = 0.06;

const NOTHING = draftContent.parse({});

export type Organiser = { id: string; country: string };

/**
 * Events spread like the real ones, in the order of the seasons from 2010 to the coming one: most from 20 February
 * to 3 March, places, types and hours drawn from the seed's. The same `random` gives the same events.
 */
export function* planEvents(
	random: SeededRandom,
	{
		parts,
		organisers,
		count,
		now,
	}: { parts: RealParts; organisers: readonly Organiser[]; count: number; now: Date },
): Generator<NewEvent> {
	const coming = nextCommemoration(now, "UTC").season;
	let number = 0;
	for (const [season, events] of perSeason(count, coming)) {
		for (let each = 0; each < events; each += 1) {
			number += 1;
			const isPast = season < coming;
			yield planEvent(random, { parts, organisers, season, isPast, number, now });
		}
	}
}

function perSeason(count: number, coming: number): [season: number, events: number][] {
	const seasons = Array.from({ length: coming - FIRST_SEASON + 1 }, (_, at) => FIRST_SEASON + at);
	const weights = seasons.map((_, at) => GROWTH ** at);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	let before = 0;
	let passed = 0;
	return seasons.map((season, at) => {
		passed += weights[at] ?? 0;
		const until = Math.round((count * passed) / sum);
		const events = until - before;
		before = until;
		return [season, events];
	});
}

function planEvent(
	random: SeededRandom,
	{
		parts,
		organisers,
		season,
		isPast,
		number,
		now,
	}: {
		parts: RealParts;
		organisers: readonly Organiser[];
		season: number;
		isPast: boolean;
		number: number;
		now: Date;
	},
): NewEvent {
	const place = random.weighted(parts.places);
	const { type, typesAlso } = random.pick(parts.types);
	const days = random.chance(OFF_SEASON) ? random.whole(-170, 170) : random.pick(parts.dayOffsets);
	const startDate = addDays(commemorationOf(season), days);
	const isDayKnown = !isPast || !random.chance(DAY_UNKNOWN);
	const content: DraftContent = {
		...NOTHING,
		type,
		...(isDayKnown ? timeOf(random, parts, { type, startDate }) : {}),
		...placeOf(random, place),
		languages: random.pick([["az"], ["az", "en"], ["en"], []]),
		isFree: random.pick([true, true, null, null, false]),
		isWheelchairAccessible: random.pick([true, null, null, false]),
		texts: writeTexts(random, parts, { type, place }),
	};
	const near = organisers.filter(({ country }) => country === place.country);
	const organiser = random.pick(near.length > 0 ? near : organisers);
	const source = random.pick(parts.sources);
	const known = Date.parse(`${startDate}T12:00:00Z`) - random.whole(5, 60) * DAY_MS;
	return {
		importKey: `bench:${number}`,
		organisationId: organiser.id,
		content,
		isDemo: false,
		now: new Date(Math.min(known, now.getTime() - random.whole(0, 60) * DAY_MS)),
		...(isPast
			? {
					archive: {
						year: season,
						datePrecision: isDayKnown ? "day" : "year",
						...(isDayKnown ? { year: Number(startDate.slice(0, 4)) } : {}),
						typesAlso,
						sourceUrl: source.source_url,
						sourceTitle: source.source_title,
						sourceNote: source.note,
						coOrganiserIds: near
							.filter(({ id }) => id !== organiser.id && random.chance(0.2))
							.map(({ id }) => id),
					},
				}
			: {}),
	};
}

function timeOf(
	random: SeededRandom,
	{ hours }: RealParts,
	{ type, startDate }: { type: DraftContent["type"]; startDate: string },
): Partial<DraftContent> {
	if (type === "exhibition" && random.chance(EXHIBITION_OF_WHOLE_DAYS)) {
		return { timing: "all_day", startDate, endDate: addDays(startDate, random.whole(1, 10)) };
	}
	if (random.chance(TO_BE_ANNOUNCED)) return { timing: "to_be_announced", startDate };
	const { startTime, endTime } = random.pick(hours);
	return { timing: "timed", startDate, startTime, endTime };
}

function placeOf(random: SeededRandom, place: RealPlace): Partial<DraftContent> {
	const { cityGeonameId, cityName, country, timezone } = place;
	const city = { cityGeonameId, cityName, country, timezone };
	const stream = { onlineUrl: "https://example.org/stream" };
	if (random.chance(ONLINE)) return { ...city, ...stream, attendanceMode: "online" };
	const venue = place.venues.length > 0 ? random.pick(place.venues) : null;
	const at = random.chance(EXACT_PIN) ? pinOf(random, place, venue) : { lat: null, lon: null };
	return {
		...city,
		venueName: venue?.venueName ?? null,
		...at,
		...(random.chance(MIXED) ? { ...stream, attendanceMode: "mixed" } : {}),
	};
}

function pinOf(
	random: SeededRandom,
	place: RealPlace,
	venue: Pick<DraftContent, "lat" | "lon"> | null,
): Pick<DraftContent, "lat" | "lon"> {
	if (venue?.lat && venue.lon && random.chance(0.5)) return { lat: venue.lat, lon: venue.lon };
	if (place.lat === null || place.lon === null) return { lat: null, lon: null };
	const away = () => (random.next() - 0.5) * 2 * CITY_SPREAD;
	return { lat: place.lat + away(), lon: place.lon + away() };
}
