import { weekdayName } from "@/lib/calendar/opening-hours";
import { formatDay, formatTime, formatTimeRange } from "@/lib/time/format";

type Values = Readonly<Record<string, string>>;

/** A line a part of a programme, as the inputs of the form (`programme.0.startTime`) have it: day, times, titles, speakers. */
export function programmeLines(
	values: Values,
	{ locale, dayName }: { locale: string; dayName: (number: string) => string },
): string[] {
	const parts = partsOf(values, /^programme\.(\d+)\.(.+)$/);
	const hasDays = parts.some(({ day }) => day !== undefined && day !== "" && day !== "1");
	return parts.map(
		({ key: _, day = "1", startTime = "", endTime = "", speakers = "", ...titles }) =>
			[
				hasDays && dayName(day),
				startTime && formatTimeRange(startTime, endTime || null, locale),
				Object.values(titles).filter(Boolean).join(" / "),
				speakers.split("\n").filter(Boolean).join("; "),
			]
				.filter(Boolean)
				.join(" · "),
	);
}

/** A line a weekday or date of opening hours, as the inputs of the form (`openingHours.week.1.opens`) have them. */
export function hoursLines(
	values: Values,
	{ locale, closed }: { locale: string; closed: string },
): string[] {
	const week = partsOf(values, /^openingHours\.week\.(\d)\.(.+)$/).flatMap((day) => {
		const times = timesOf(day, locale);
		return times === null ? [] : `${weekdayName(Number(day.key), locale)}: ${times}`;
	});
	const dates = partsOf(values, /^openingHours\.dates\.(\d+)\.(.+)$/).map(
		({ date = "", ...day }) =>
			`${date && formatDay(date, locale)}: ${timesOf(day, locale) ?? closed}`,
	);
	return [...week, ...dates];
}

type Part = { key: string } & Partial<Record<string, string>>;

/** The values of a list put together, in its order; `key` is the number in their names. */
function partsOf(values: Values, pattern: RegExp): Part[] {
	const parts = new Map<string, Part>();
	for (const [name, value] of Object.entries(values)) {
		const [, key, part] = pattern.exec(name) ?? [];
		if (key && part) parts.set(key, { ...(parts.get(key) ?? { key }), [part]: value });
	}
	return [...parts.values()].sort((a, b) => Number(a.key) - Number(b.key));
}

/** Null where neither is stated; one alone is a slip that the form will tell of. */
function timesOf({ opens = "", closes = "" }: Partial<Record<string, string>>, locale: string) {
	if (opens && closes) return formatTimeRange(opens, closes, locale);
	if (!opens && !closes) return null;
	return `${opens && formatTime(opens, locale)} – ${closes && formatTime(closes, locale)}`.trim();
}
