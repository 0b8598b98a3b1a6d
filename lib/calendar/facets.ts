import { db } from "@/lib/db/client";
import type { CalendarFilters } from "./filters";
import { publishedWhere } from "./queries";

/** How many events each country (ISO code) and each type would give, the other filters as they are; none: no key. */
export type Facets = { countries: Record<string, number>; types: Record<string, number> };

/** Counts what the menus of the list offer, each menu without its own choice. */
export async function countFacets(filters: CalendarFilters): Promise<Facets> {
	const [countries, types] = await Promise.all([
		db.publishedEvent.groupBy({
			by: ["country"],
			where: await publishedWhere({ ...filters, country: undefined }),
			_count: { id: true },
		}),
		db.publishedEvent.groupBy({
			by: ["type", "typesAlso"],
			where: await publishedWhere({ ...filters, type: undefined }),
			_count: { id: true },
		}),
	]);
	const byType: Facets["types"] = {};
	for (const { type, typesAlso, _count } of types) {
		for (const each of new Set([type, ...typesAlso]))
			byType[each] = (byType[each] ?? 0) + _count.id;
	}
	return {
		countries: Object.fromEntries(countries.map((row) => [row.country, row._count.id])),
		types: byType,
	};
}
