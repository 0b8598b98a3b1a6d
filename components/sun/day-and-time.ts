import { formatDayShort, formatTime } from "@/lib/time/format";

/** "09:00" on a day that is known already, "25 Feb, 09:00" on another. */
export function dayAndTime(
	{ date, time }: { date: string; time: string },
	locale: string,
	knownDate: string | null,
): string {
	const hour = formatTime(time, locale);
	if (date === knownDate) return hour;
	return `${formatDayShort(date, locale)}${locale === "ar" ? "،" : ","} ${hour}`;
}
