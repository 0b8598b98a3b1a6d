import "server-only";
import { unstable_cache } from "next/cache";
import { type EventAddress, listAddresses } from "@/lib/calendar/addresses";
import type { Published } from "@/lib/calendar/published";
import { filterChoices, findPublished, listPublished, seasonNumbers } from "@/lib/calendar/queries";
import { CALENDAR_TAG, eventTag, seasonSegment } from "@/lib/calendar/tags";

/** Without a publication, what depends on the time of day is this old at most. */
const MAX_AGE_SECONDS = 300;

/** Numbers of a season, kept until something is published. */
export const cachedSeasonNumbers = unstable_cache(seasonNumbers, ["season-numbers"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** What the filter menus offer, kept until something is published. */
export const cachedFilterChoices = unstable_cache(filterChoices, ["filter-choices"], {
	tags: [CALENDAR_TAG],
	revalidate: MAX_AGE_SECONDS,
});

/** The next events, those going on included. */
export const cachedUpcoming = unstable_cache(
	async (limit: number): Promise<Published[]> => (await listPublished({}, { after: new Date(), limit })).items,
	["upcoming"],
	{ tags: [CALENDAR_TAG], revalidate: MAX_AGE_SECONDS },
);

/** Addresses for the sitemap. */
export const cachedAddresses = unstable_cache(
	(limit: number): Promise<EventAddress[]> => listAddresses(limit),
	["addresses"],
	{ tags: [CALENDAR_TAG], revalidate: MAX_AGE_SECONDS },
);

/** The event at an address, or null; a page built on it goes stale when that event, or that nothing, changes. */
export function cachedEvent(season: number | null, slug: string): Promise<Published | null> {
	return unstable_cache(() => findPublished(season, slug), ["event", seasonSegment(season), slug], {
		tags: [eventTag(season, slug)],
		revalidate: MAX_AGE_SECONDS,
	})();
}
