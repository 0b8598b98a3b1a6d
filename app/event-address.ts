/**
 * The season ("undated" gives null) and slug of an event's address, or null where no event can be:
 * checked before anything is looked up or cached under it.
 */
export function readEventAddress(
	season: unknown,
	slug: unknown,
): { season: number | null; slug: string } | null {
	if (typeof season !== "string" || typeof slug !== "string") return null;
	if (!/^(?:(?:19|20|21)\d{2}|undated)$/.test(season) || !/^[a-z0-9-]{1,120}$/.test(slug))
		return null;
	return { season: season === "undated" ? null : Number(season), slug };
}
