import "server-only";
import { unstable_cache } from "next/cache";
import { listAddressParts } from "@/lib/calendar/addresses";
import { listDayPlaces } from "@/lib/calendar/day-places";
import { findFormerAddress } from "@/lib/calendar/event-addresses";
import { type EventPage, readEventPage } from "@/lib/calendar/event-page";
import { countFacets, type Facets } from "@/lib/calendar/facets";
import type { CalendarFilters } from "@/lib/calendar/filters";
import { listMinutesOfSilence } from "@/lib/calendar/minutes-of-silence";
import type { Published } from "@/lib/calendar/published";
import {
	findPublished,
	listOrganiserNames,
	listSeasons,
	readPublished,
	seasonNumbers,
} from "@/lib/calendar/queries";
import { type Month, readMonth } from "@/lib/calendar/read-month";
import { listRelaxations } from "@/lib/calendar/relaxations";
import { seasonCities } from "@/lib/calendar/season-cities";
import { CALENDAR_TAG, eventTag, seasonSegment } from "@/lib/calendar/tags";
import { listUpcoming } from "@/lib/calendar/upcoming";

/** Without a publication, what depends on the time of day is this old at most. */
const MAX_AGE_SECONDS = 300;

/** Numbers of a season, kept until something is published. */
export const cachedSeasonNumbers = unstable_cache(seasonNumbers, ["season-numbers"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The cities of a season, kept until something is published. */
export const cachedSeasonCities = unstable_cache(seasonCities, ["season-cities"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The seasons that have events, kept until something is published. */
export const cachedSeasons = unstable_cache(listSeasons, ["seasons"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The next events, those going on included. */
export const cachedUpcoming = unstable_cache(
	(limit: number): Promise<Published[]> => listUpcoming(new Date(), limit),
	["upcoming"],
	{ tags: [CALENDAR_TAG], revalidate: MAX_AGE_SECONDS },
);

/** Where the events of a season are and what begins there on 26 February, for the page of the day itself. */
export const cachedDayPlaces = unstable_cache(listDayPlaces, ["day-places"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The minutes of silence that the operator has set. */
export const cachedMinutesOfSilence = unstable_cache(listMinutesOfSilence, ["minutes-of-silence"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The parts of the list of addresses, for the sitemap. */
export const cachedAddressParts = unstable_cache(listAddressParts, ["address-parts"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The event at an address, or null; a page built on it goes stale when that event, or that nothing, changes. */
export function cachedEvent(season: number | null, slug: string): Promise<Published | null> {
	return unstable_cache(() => findPublished(season, slug), ["event", seasonSegment(season), slug], {
		tags: [eventTag(season, slug)],
		revalidate: MAX_AGE_SECONDS,
	})();
}

/** The events that are part of one, for its page: it goes stale with each of them (lib/calendar/settle-parts). */
export function cachedParts({ season, slug, subEvents }: Published): Promise<Published[]> {
	// A page kept by an earlier version names none.
	if (!subEvents?.length) return Promise.resolve([]);
	return unstable_cache(
		() => readPublished(subEvents.map((id) => ({ id }))),
		["parts", seasonSegment(season), slug, ...subEvents],
		{ tags: [eventTag(season, slug)], revalidate: MAX_AGE_SECONDS },
	)();
}

/** Where the event that had an address before is now; stale when the event at that address, or its move, changes. */
export function cachedFormerAddress(
	season: number | null,
	slug: string,
): ReturnType<typeof findFormerAddress> {
	return unstable_cache(
		() => findFormerAddress({ season, slug }),
		["former-address", seasonSegment(season), slug],
		{ tags: [eventTag(season, slug)], revalidate: MAX_AGE_SECONDS },
	)();
}

type Place = { after: string | null; before: string | null; limit: number };

const cachedFirstPage = unstable_cache(
	(filters: CalendarFilters, place: Place): Promise<EventPage> => readEventPage(filters, place),
	["list"],
	{ tags: [CALENDAR_TAG], revalidate: MAX_AGE_SECONDS },
);

/**
 * A page of the list. The first page of a country, kind or season is kept for all languages until something is
 * published; words, days and later pages are too many to keep.
 */
export function listPage(filters: CalendarFilters, place: Place): Promise<EventPage> {
	const isFirst = place.after === null && place.before === null;
	return isFirst && isCommon(filters)
		? cachedFirstPage(filters, place)
		: readEventPage(filters, place);
}

const cachedFacets = unstable_cache(countFacets, ["facets"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The numbers in the filter menus; they tie each selection to the calendar, so that it goes stale with it. */
export function facetsOf(filters: CalendarFilters): Promise<Facets> {
	return cachedFacets(filters);
}

const cachedOrganiserNames = unstable_cache(listOrganiserNames, ["organiser-names"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** More organisers are not offered in the menu. */
const MAX_ORGANISERS = 150;

/** Names, by slug, of the organisers that the menu offers, and of the one that was chosen. */
export function organiserNames(
	{ organiser }: Facets,
	chosen: string | undefined,
): Promise<Record<string, string>> {
	const slugs = Object.keys(organiser)
		.sort((a, b) => (organiser[b] ?? 0) - (organiser[a] ?? 0))
		.slice(0, MAX_ORGANISERS);
	return cachedOrganiserNames([...new Set(chosen ? [...slugs, chosen] : slugs)].sort());
}

/** A month of the calendar, kept until something is published. */
export const cachedMonth = unstable_cache(
	(filters: CalendarFilters, place: { month: string; locale: string }): Promise<Month> =>
		readMonth(filters, place),
	["month"],
	{ tags: [CALENDAR_TAG], revalidate: MAX_AGE_SECONDS },
);

/** What to offer where the filters give nothing. */
export const cachedRelaxations = unstable_cache(listRelaxations, ["relaxations"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

function isCommon({ q, from, to }: CalendarFilters): boolean {
	return (q ?? from ?? to ?? null) === null;
}
