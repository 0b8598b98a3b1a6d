import { addMonths, weeksOfMonth } from "@/lib/time/month";
import type { CalendarRow } from "./calendar-row";

/** An event of several days, as far as it lies in one week. */
export type MonthBar = {
	id: string;
	/** 0 to 6: the day of this week on which it begins or goes on. */
	column: number;
	/** Days in this week. */
	span: number;
	/** 0 is the topmost. */
	lane: number;
	/** It began before this week. */
	isContinued: boolean;
	/** It goes on after this week. */
	goesOn: boolean;
};

export type MonthDay = {
	/** "YYYY-MM-DD", of the places. */
	date: string;
	isInMonth: boolean;
	/** Events that are on this day, those of several days included. */
	events: number;
	/** Ids of events of this day alone that are shown. */
	shown: string[];
	/** Events of this day that are neither shown nor bars. */
	more: number;
};

export type MonthWeek = { days: MonthDay[]; bars: MonthBar[]; lanes: number };

const MAX_LANES = 3;
const MAX_SHOWN = 3;
const MAX_MONTHS = 100;

type Dated = CalendarRow & { firstDay: string; lastDay: string };

/**
 * The weeks of a month with what is on: an event of several days is one bar a week, one of a day stands in its day,
 * each on the dates of its place whatever the reader's zone. What finds no room is counted.
 * @param rows in the order of their days; those of which the day is not known are passed over
 * @param firstDay first day of the week, Monday 1 to Sunday 7
 */
export function monthGrid(
	rows: readonly CalendarRow[],
	{ month, firstDay }: { month: string; firstDay: number },
): MonthWeek[] {
	const dated = rows.filter(isDated);
	return weeksOfMonth(month, firstDay).map((dates) => weekOf(dated, dates, month));
}

function weekOf(rows: readonly Dated[], dates: readonly string[], month: string): MonthWeek {
	const [first = "", last = ""] = [dates.at(0), dates.at(-1)];
	const inWeek = rows.filter((row) => row.firstDay <= last && row.lastDay >= first);
	const long = inWeek.filter((row) => row.firstDay !== row.lastDay);
	const { bars, hidden } = placeBars(long, dates);
	const days = dates.map((date): MonthDay => {
		const single = inWeek.filter((row) => row.firstDay === date && row.lastDay === date);
		const isOn = (row: Dated) => row.firstDay <= date && row.lastDay >= date;
		return {
			date,
			isInMonth: date.startsWith(month),
			events: single.length + long.filter(isOn).length,
			shown: single.slice(0, MAX_SHOWN).map(({ id }) => id),
			more: Math.max(0, single.length - MAX_SHOWN) + hidden.filter(isOn).length,
		};
	});
	return { days, bars, lanes: bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0) };
}

/** The longest of those that begin first gets the topmost lane that is free. */
function placeBars(
	rows: readonly Dated[],
	dates: readonly string[],
): { bars: MonthBar[]; hidden: Dated[] } {
	const [first = "", last = ""] = [dates.at(0), dates.at(-1)];
	const clipped = rows
		.map((row) => {
			const column = row.firstDay <= first ? 0 : dates.indexOf(row.firstDay);
			const end = row.lastDay >= last ? 6 : dates.indexOf(row.lastDay);
			return { row, column, span: end - column + 1 };
		})
		.sort((a, b) => a.column - b.column || b.span - a.span);
	const freeFrom = new Array<number>(MAX_LANES).fill(0);
	const bars: MonthBar[] = [];
	const hidden: Dated[] = [];
	for (const { row, column, span } of clipped) {
		const lane = freeFrom.findIndex((free) => free <= column);
		if (lane < 0) {
			hidden.push(row);
			continue;
		}
		freeFrom[lane] = column + span;
		const [isContinued, goesOn] = [row.firstDay < first, row.lastDay > last];
		bars.push({ id: row.id, column, span, lane, isContinued, goesOn });
	}
	return { bars, hidden };
}

/** How many of the events are on in each month "YYYY-MM" in which one is, the earliest month first. */
export function countByMonth(rows: readonly CalendarRow[]): { month: string; events: number }[] {
	const counts = new Map<string, number>();
	for (const { firstDay, lastDay } of rows.filter(isDated)) {
		const last = lastDay.slice(0, 7);
		let month = firstDay.slice(0, 7);
		for (let count = 0; month <= last && count < MAX_MONTHS; count += 1) {
			counts.set(month, (counts.get(month) ?? 0) + 1);
			month = addMonths(month, 1);
		}
	}
	return [...counts]
		.map(([month, events]) => ({ month, events }))
		.sort((a, b) => (a.month < b.month ? -1 : 1));
}

function isDated(row: CalendarRow): row is Dated {
	return row.firstDay !== null && row.lastDay !== null;
}
