import { db } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import type { CalendarFilters } from "./filters";
import { publishedWhere } from "./queries";

/** The days on which a zone's clocks matter: "YYYY-MM-DD", the last one null where it is the first. */
export type ZoneInUse = { timezone: string; startDate: string | null; endDate: string | null };

/** Zones and days of the events under the filters that have an hour, for the clocks that a calendar writes down. */
export async function zonesInUse(filters: CalendarFilters): Promise<ZoneInUse[]> {
	const groups = await db.publishedEvent.groupBy({
		by: ["timezone", "startDate", "endDate"],
		where: { AND: [await publishedWhere(filters), { hasStartTime: true, isAllDay: false }] },
	});
	return groups.map(({ timezone, startDate, endDate }) => ({
		timezone,
		startDate: fromDateColumn(startDate),
		endDate: fromDateColumn(endDate),
	}));
}
