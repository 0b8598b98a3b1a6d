import { firstWeekday } from "@/lib/time/month";
import type { CalendarFilters } from "./filters";
import { countByMonth, type MonthWeek, monthGrid } from "./month-grid";
import type { Published } from "./published";
import { readPublished } from "./queries";
import { selectEvents } from "./select-events";

export type Month = {
	/** "YYYY-MM". */
	month: string;
	weeks: MonthWeek[];
	/** The events that are shown by name. */
	events: Published[];
	/** All months in which something is on under the same filters. */
	months: { month: string; events: number }[];
	/** Events under the filters of which the day is not known. */
	undated: number;
};

/** The events under the filters in a month "YYYY-MM", in weeks as readers of `locale` know them. */
export async function readMonth(
	filters: CalendarFilters,
	{ month, locale }: { month: string; locale: string },
): Promise<Month> {
	const { rows } = await selectEvents(filters);
	const weeks = monthGrid(rows, { month, firstDay: firstWeekday(locale) });
	const ids = new Set(
		weeks.flatMap(({ days, bars }) => [
			...bars.map(({ id }) => id),
			...days.flatMap(({ shown }) => shown),
		]),
	);
	return {
		month,
		weeks,
		events: await readPublished([...ids].map((id) => ({ id }))),
		months: countByMonth(rows),
		undated: rows.filter(({ firstDay }) => firstDay === null).length,
	};
}
