import { AZ_MONTHS, AZ_MONTHS_SHORT, AZ_WEEKDAYS, AZ_WEEKDAYS_SHORT } from "./date-names-az";

/**
 * What Intl is asked for, by interface language. English is the world's, not the United States':
 * day before month. Arabic is pinned to the Gregorian calendar and to Latin digits: CLDR's default
 * differs from country to country, Latin digits are used in the Maghreb and the Gulf and read
 * everywhere, and forms and pasted times have them. The 24-hour clock is used in every language, so
 * that 19:00 reads "19:00" everywhere.
 */
const INTL_LOCALES: Readonly<Record<string, string>> = {
	en: "en-GB",
	az: "az",
	tr: "tr",
	ru: "ru",
	de: "de",
	fr: "fr",
	es: "es",
	ar: "ar-u-ca-gregory-nu-latn",
};

const DAY = { dateStyle: "long" } as const;
const DAY_SHORT = { day: "numeric", month: "short" } as const;
const MONTH = { month: "long", year: "numeric" } as const;
const WEEKDAY = { weekday: "long" } as const;
const WEEKDAY_SHORT = { weekday: "short" } as const;
const WEEKDAY_LETTER = { weekday: "narrow" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** "2027-02-26" as "26 February 2027" in an interface language; an unknown language gets English. */
export function formatDay(date: string, locale: string): string {
	const day = parseDay(date);
	if (locale === "az") return `${azDayAndMonth(day)} ${day.getUTCFullYear()}`;
	return plainSpaces(formatter(locale, DAY).format(day));
}

/** A day without its year: "26 Feb". */
export function formatDayShort(date: string, locale: string): string {
	const day = parseDay(date);
	if (locale === "az") return `${day.getUTCDate()} ${AZ_MONTHS_SHORT[day.getUTCMonth()]}`;
	return plainSpaces(formatter(locale, DAY_SHORT).format(day));
}

/** "26 – 28 February 2027"; one day when `end` is null or the same. */
export function formatDayRange(start: string, end: string | null, locale: string): string {
	if (end === null || end === start) return formatDay(start, locale);
	if (locale === "az") return azDayRange(start, end);
	return plainSpaces(formatter(locale, DAY).formatRange(parseDay(start), parseDay(end)));
}

/** "2027-02" as "February 2027". */
export function formatMonth(month: string, locale: string): string {
	const first = parseDay(`${month}-01`);
	if (locale === "az") return `${AZ_MONTHS[first.getUTCMonth()]} ${first.getUTCFullYear()}`;
	return plainSpaces(formatter(locale, MONTH).format(first));
}

/** A date as precise as it is known: "2013", "2013-02" or "2013-02-26". */
export function formatPartialDate(date: string, locale: string): string {
	switch (date.length) {
		case "YYYY".length:
			return date;
		case "YYYY-MM".length:
			return formatMonth(date, locale);
		default:
			return formatDay(date, locale);
	}
}

/** The day of the week of a date: "Friday". */
export function formatWeekday(date: string, locale: string): string {
	const day = parseDay(date);
	if (locale === "az") return AZ_WEEKDAYS[day.getUTCDay()] ?? "";
	return formatter(locale, WEEKDAY).format(day);
}

/** The day of the week of a date, for narrow columns: "Fri". */
export function formatWeekdayShort(date: string, locale: string): string {
	const day = parseDay(date);
	if (locale === "az") return AZ_WEEKDAYS_SHORT[day.getUTCDay()] ?? "";
	return formatter(locale, WEEKDAY_SHORT).format(day);
}

/** The letter that stands for a day of the week where its short name is as long as the whole, as in Arabic: "ج". */
export function formatWeekdayLetter(date: string, locale: string): string {
	return formatter(locale, WEEKDAY_LETTER).format(parseDay(date));
}

/** "19:00" on the 24-hour clock. */
export function formatTime(time: string, locale: string): string {
	return plainSpaces(formatter(locale, TIME).format(new Date(`1992-02-26T${time}:00Z`)));
}

/** "19:00 – 21:00"; the start alone when `end` is null. */
export function formatTimeRange(start: string, end: string | null, locale: string): string {
	const from = formatTime(start, locale);
	return end === null ? from : `${from} – ${formatTime(end, locale)}`;
}

/**
 * An instant on the clocks of `zone`: "26 February 2027, 19:00". Date and time are formatted apart,
 * because ICU joins them with a slash in Azerbaijani.
 */
export function formatInstant(instant: Date, zone: string, locale: string): string {
	return formatClock(clockIn(instant, zone), locale);
}

/** What clocks show, "YYYY-MM-DD" and "HH:MM", in words: "26 February 2027, 19:00". */
export function formatClock(
	{ date, time }: { date: string; time: string },
	locale: string,
): string {
	const comma = locale === "ar" ? "،" : ",";
	return `${formatDay(date, locale)}${comma} ${formatTime(time, locale)}`;
}

/**
 * The date "YYYY-MM-DD" and wall time "HH:MM" that clocks in `timeZone` show at an instant. By Intl, not by `wall-time`:
 * a page that only shows a time need not load the date library.
 */
export function clockIn(instant: Date, timeZone: string): { date: string; time: string } {
	const parts = wallClock(timeZone).formatToParts(instant);
	const values = new Map(parts.map((part) => [part.type, part.value]));
	const year = (values.get("year") ?? "").padStart(4, "0");
	return {
		date: `${year}-${values.get("month")}-${values.get("day")}`,
		time: `${values.get("hour")}:${values.get("minute")}`,
	};
}

/**
 * The name of a zone at an instant, "Nepal Time", or its offset "UTC+05:45" where the language has
 * no name. Chromium gives Azerbaijani the English names, so there it is the offset: call this on the
 * server where a page is rendered in both places.
 */
export function zoneName(zone: string, locale: string, instant: Date): string {
	const asked = intlLocale(locale);
	const name = readZoneName(asked, zone, "long", instant);
	const isForeign = asked !== "en-GB" && name === readZoneName("en-GB", zone, "long", instant);
	if (name !== "" && !isForeign && !/\d/.test(name)) return name;
	const offset = readZoneName("en-GB", zone, "longOffset", instant).replace("GMT", "UTC");
	return offset === "UTC" ? "UTC+00:00" : offset;
}

function readZoneName(
	locale: string,
	timeZone: string,
	timeZoneName: "long" | "longOffset",
	instant: Date,
): string {
	const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(instant);
	return plainSpaces(parts.find((part) => part.type === "timeZoneName")?.value ?? "");
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
	const known = wallClocks.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat("en-GB", {
		timeZone,
		calendar: "gregory",
		numberingSystem: "latn",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		...TIME,
	});
	wallClocks.set(timeZone, made);
	return made;
}

function azDayAndMonth(day: Date): string {
	return `${day.getUTCDate()} ${AZ_MONTHS[day.getUTCMonth()]}`;
}

function azDayRange(start: string, end: string): string {
	const from = parseDay(start);
	const to = formatDay(end, "az");
	if (start.slice(0, 4) !== end.slice(0, 4)) return `${formatDay(start, "az")} – ${to}`;
	if (start.slice(0, 7) !== end.slice(0, 7)) return `${azDayAndMonth(from)} – ${to}`;
	return `${from.getUTCDate()}–${to}`;
}

function intlLocale(locale: string): string {
	return INTL_LOCALES[locale] ?? "en-GB";
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${intlLocale(locale)} ${Object.keys(options).join()} ${Object.values(options).join()}`;
	const known = formatters.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone: "UTC" });
	formatters.set(key, made);
	return made;
}

function parseDay(date: string): Date {
	return new Date(`${date}T00:00:00Z`);
}

/** ICU versions differ in thin and no-break spaces; server and browser must print the same. */
function plainSpaces(text: string): string {
	return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}
