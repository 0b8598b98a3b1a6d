/**
 * The season ("undated" gives null) and slug of an event's address, or null where no event can be:
 * checked before anything is looked up or cached under it.
 */
export function readEventAddress(
	season: unknown,
	slug: unknown,
): { season: number | null; slug: string } | null {
	const year = readSeasonSegment(season);
	if (year === undefined || typeof slug !== "string" || !/^[a-z0-9-]{1,120}$/.test(slug))
		return null;
	return { season: year, slug };
}

/** The season in a path: a year, null for "undated", undefined where it is neither. */
export function readSeasonSegment(segment: unknown): number | null | undefined {
	if (segment === "undated") return null;
	if (typeof segment !== "string" || !/^(?:19|20|21)\d{2}$/.test(segment)) return undefined;
	return Number(segment);
}
