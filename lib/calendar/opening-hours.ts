import { formatDay, formatTimeRange, formatWeekday } from "@/lib/time/format";
import type { Schedule } from "@/lib/time/schedule";

/** Wall times "HH:MM" at the place; both null where it is closed, or while a draft does not say. */
export type Hours = { opens: string | null; closes: string | null };

/** When an event of several days is open: by the day of the week, Monday "1" to Sunday "7", and by date where it differs. */
export type OpeningHours = {
	week: Record<string, Hours>;
	dates: ({ date: string | null } & Hours)[];
};

/** One line of them: several weekdays, or one date. */
export type HoursRow = {
	/** In the reader's language. */
	days: string;
	/** ISO weekdays that the line is about; empty for a date. */
	weekdays: number[];
	/** "YYYY-MM-DD"; null for weekdays. */
	date: string | null;
	/** Null: closed. */
	hours: { opens: string; closes: string } | null;
};

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const DAY_MS = 86_400_000;

/** A column `openingHours`, which holds only what `draftContent` accepted. */
export function readHours(value: unknown): OpeningHours {
	const { week = {}, dates = [] } = (value ?? {}) as Partial<OpeningHours>;
	return { week, dates };
}

/** The hours as the public reads them: nothing for an event of one day, whose start and end say it. */
export function writtenHours(hours: OpeningHours, schedule: Schedule): OpeningHours {
	const { week, dates } = readHours(hours);
	const none = { week: {}, dates: [] };
	if (schedule.startDate === null || !hasSeveralDays(schedule)) return none;
	const open = Object.entries(week).filter(([, day]) => isOpen(day));
	const stated = dates.filter(({ date }) => date !== null);
	if (open.length === 0 && !stated.some(isOpen)) return none;
	return {
		week: Object.fromEntries(open),
		dates: stated.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1)),
	};
}

/** The hours line by line: the weekdays that occur, those with equal hours together, and then the dates that differ. */
export function hoursRows(hours: OpeningHours, schedule: Schedule, locale: string): HoursRow[] {
	const { week, dates } = writtenHours(hours, schedule);
	if (Object.keys(week).length === 0 && dates.length === 0) return [];
	const rows: HoursRow[] = [];
	for (const weekday of weekdaysIn(schedule)) {
		const day = openOf(week[String(weekday)]);
		const last = rows.at(-1);
		const isNext = last?.weekdays.at(-1) === weekday - 1;
		if (last && isNext && textOf(last.hours) === textOf(day)) last.weekdays.push(weekday);
		else rows.push({ days: "", weekdays: [weekday], date: null, hours: day });
	}
	return [
		...rows.map((row) => ({ ...row, days: namesOf(row.weekdays, locale) })),
		...dates.map(({ date, ...day }) => ({
			days: `${formatWeekday(date ?? "", locale)}${locale === "ar" ? "،" : ","} ${formatDay(date ?? "", locale)}`,
			weekdays: [],
			date,
			hours: openOf(day),
		})),
	];
}

/** "Monday – Friday: 10:00 – 18:00", a line each. @param closed what stands for no hours */
export function hoursLines(
	hours: OpeningHours,
	schedule: Schedule,
	{ locale, closed }: { locale: string; closed: string },
): string[] {
	return hoursRows(hours, schedule, locale).map(
		({ days, hours: day }) =>
			`${days}: ${day ? formatTimeRange(day.opens, day.closes, locale) : closed}`,
	);
}

/** The day of the week, Monday 1 to Sunday 7, by name. */
export function weekdayName(weekday: number, locale: string): string {
	// 1 January 2024 was a Monday.
	return formatWeekday(`2024-01-0${weekday}`, locale);
}

/** Whether an event lasts more than one day. */
export function hasSeveralDays({ startDate, endDate }: Schedule): boolean {
	return startDate !== null && endDate !== null && endDate > startDate;
}

function weekdaysIn({ startDate, endDate }: Schedule): number[] {
	const first = Date.parse(`${startDate}T00:00:00Z`);
	const last = Date.parse(`${endDate ?? startDate}T00:00:00Z`);
	const count = Math.min(7, (last - first) / DAY_MS + 1);
	const days = Array.from({ length: count }, (_, n) => new Date(first + n * DAY_MS).getUTCDay());
	return WEEKDAYS.filter((weekday) => days.includes(weekday % 7));
}

function namesOf(weekdays: number[], locale: string): string {
	const [first = 1, last = first] = [weekdays[0], weekdays.at(-1)];
	const from = weekdayName(first, locale);
	return first === last ? from : `${from} – ${weekdayName(last, locale)}`;
}

function isOpen({ opens, closes }: Hours): boolean {
	return opens !== null && closes !== null;
}

function openOf(day: Hours | undefined): HoursRow["hours"] {
	return day?.opens && day.closes ? { opens: day.opens, closes: day.closes } : null;
}

function textOf(day: HoursRow["hours"]): string {
	return day ? `${day.opens} ${day.closes}` : "";
}
