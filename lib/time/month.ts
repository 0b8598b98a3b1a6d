import { addDays, isDate, weekdayOf } from "./wall-time";

const MONTH = /^\d{4}-\d{2}$/;

/** Whether `s` is a month "YYYY-MM" of the years in which there can be events. */
export function isMonth(s: string): boolean {
	return MONTH.test(s) && isDate(`${s}-01`) && s >= "1992-01" && s < "2201-01";
}

/** The month `months` after "YYYY-MM" (before it when negative). */
export function addMonths(month: string, months: number): string {
	const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
	return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The first day of the week where a language is at home, Monday 1 to Sunday 7. English stands for the world: Monday. */
export function firstWeekday(locale: string): number {
	return locale === "ar" ? 6 : 1;
}

/** The weeks that show a month "YYYY-MM", each seven days "YYYY-MM-DD" from `firstDay` (Monday 1 to Sunday 7) on. */
export function weeksOfMonth(month: string, firstDay: number): string[][] {
	const first = `${month}-01`;
	const next = `${addMonths(month, 1)}-01`;
	let day = addDays(first, -((weekdayOf(first) - firstDay + 7) % 7));
	const weeks: string[][] = [];
	while (day < next) {
		const start = day;
		weeks.push(Array.from({ length: 7 }, (_, number) => addDays(start, number)));
		day = addDays(start, 7);
	}
	return weeks;
}
