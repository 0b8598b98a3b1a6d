import type { CalendarFilters } from "./filters";
import { selectEvents } from "./select-events";

/** A zone and the days ("YYYY-MM-DD") from and to which its clocks matter. */
export type ZoneInUse = { timezone: string; startDate: string | null; endDate: string | null };

/** Zones and days of the events under the filters that have an hour, for the clocks that a calendar writes down. */
export async function zonesInUse(filters: CalendarFilters): Promise<ZoneInUse[]> {
	const { rows } = await selectEvents(filters);
	const found = new Map<string, ZoneInUse>();
	for (const { zone, firstDay, lastDay } of rows) {
		if (zone === null) continue;
		found.set(`${zone} ${firstDay} ${lastDay}`, {
			timezone: zone,
			startDate: firstDay,
			endDate: lastDay,
		});
	}
	return [...found.values()];
}
