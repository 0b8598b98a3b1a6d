/** The first and the last day that the form of an event offers: no commemoration is older than what it remembers. */
export const FIRST_DAY = "1992-02-26";
export const LAST_DAY = "2100-12-31";

/** False while a date is only half typed: browsers give the year 2027 as 0002, 0020 and 0202 on the way. */
export function isPlausibleDay(date: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= FIRST_DAY && date <= LAST_DAY;
}
