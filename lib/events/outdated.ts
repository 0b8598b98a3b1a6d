import { altsOf } from "@/lib/calendar/pictures";
import { formatWeekday } from "@/lib/time/format";
import { anniversaryOf } from "@/lib/time/season";
import { weekdayOf, yearOf } from "@/lib/time/wall-time";
import type { RevisionContent } from "./revision";

/** What in a repeated event is probably still that of the earlier season; words under `eventForm.outdated`. */
export type Outdated = {
	/** Name of the form's field. */
	field: string;
	code: "year" | "date" | "anniversary" | "weekday" | "link" | "olderText" | "dayAssumed";
	/** What stands there, letter by letter; "" where the whole answer is meant. */
	found: string;
};

/** The earlier event as far as it shows what may be out of date. */
export type Earlier = {
	season: number | null;
	/** "YYYY-MM-DD"; null where the day is not known. */
	startDate: string | null;
	/** Languages whose texts are older than those of another language. */
	olderTexts: readonly string[];
};

const PLAIN_FIELDS = ["venueName", "address", "contactName"] as const;
const ADDRESS = /https?:\/\/[^\s<>()\]]+/g;
const DATE = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)/g;

/**
 * What the texts, names and links of a repeated event say that belongs to the earlier season: its year, its anniversary,
 * its day of the week, dates that are over, links with the old year, and the link of last time's transmission.
 * A hint for people: it looks at figures and names of days, and cannot read.
 */
export function findOutdated(
	content: RevisionContent,
	{ season, startDate, olderTexts }: Earlier,
): Outdated[] {
	const { schedule } = content;
	const years = oldYears(season, startDate, schedule.startDate);
	const weekday = movedWeekday(startDate, schedule.startDate);
	const found = content.texts.flatMap(({ locale, title, description }) => {
		const look = (part: string, text: string) =>
			lookThrough(`texts.${locale}.${part}`, text, { years, season, weekday, locale });
		return [
			...look("title", title),
			...look("description", description),
			...(olderTexts.includes(locale)
				? [{ field: `texts.${locale}.description`, code: "olderText" as const, found: "" }]
				: []),
		];
	});
	const titled = content.programme.flatMap(({ titles }, index) =>
		Object.entries(titles).flatMap(([locale, title]) =>
			lookThrough(`programme.${index}.titles.${locale}`, title, { years, season, weekday, locale }),
		),
	);
	const pictures = content.pictures.flatMap(({ credit, alt }, index) => [
		...altsOf({ alt }).flatMap(({ locale, text }) =>
			lookThrough(`pictures.${index}.alt.${locale}`, text, { years, season, weekday, locale }),
		),
		...findYears(`pictures.${index}.credit`, credit, years),
	]);
	const plain = PLAIN_FIELDS.flatMap((field) => findYears(field, content[field] ?? "", years));
	const dayAssumed = { field: "startDate", code: "dayAssumed" as const, found: "" };
	return [
		...found,
		...(startDate === null ? [dayAssumed] : []),
		...titled,
		...pictures,
		...plain,
		...linksOf(content, years),
	];
}

/** From the earlier season to the year before the new day; none where the earlier season is not known. */
function oldYears(
	season: number | null,
	startDate: string | null,
	newDate: string | null,
): Set<number> {
	const first = startDate === null ? season : Math.min(yearOf(startDate), season ?? 9999);
	if (first === null || newDate === null) return new Set();
	const length = Math.max(yearOf(newDate) - first, 0);
	return new Set(Array.from({ length }, (_, index) => first + index));
}

/** The earlier day where the new one is another day of the week. */
function movedWeekday(startDate: string | null, newDate: string | null): string | null {
	if (startDate === null || newDate === null) return null;
	return weekdayOf(startDate) === weekdayOf(newDate) ? null : startDate;
}

function lookThrough(
	field: string,
	text: string,
	earlier: {
		years: Set<number>;
		season: number | null;
		weekday: string | null;
		locale: string;
	},
): Outdated[] {
	const { years, season, weekday, locale } = earlier;
	const links = matches(text, ADDRESS).filter((link) => hasYear(link, years));
	const words = text.replace(ADDRESS, " ");
	const dates = matches(words, DATE).filter((date) => hasYear(date, years));
	const rest = words.replace(DATE, " ");
	return [
		...links.map((found) => ({ field, code: "link" as const, found })),
		...dates.map((found) => ({ field, code: "date" as const, found })),
		...findYears(field, rest, years),
		...findAnniversary(field, rest, season),
		...findWeekday(field, rest, { weekday, locale }),
	];
}

function findYears(field: string, text: string, years: Set<number>): Outdated[] {
	return numbersIn(text)
		.filter(({ value }) => years.has(value))
		.map(({ found }) => ({ field, code: "year", found }));
}

function findAnniversary(field: string, text: string, season: number | null): Outdated[] {
	if (season === null || anniversaryOf(season) < 1) return [];
	const number = anniversaryOf(season);
	const roman = new RegExp(`(?<![\\p{L}\\d])${romanOf(number)}(?![\\p{L}\\d])`, "u").exec(text);
	return [
		...numbersIn(text).filter(({ value }) => value === number),
		...(number > 9 && roman ? [{ found: roman[0] }] : []),
	].map(({ found }) => ({ field, code: "anniversary", found }));
}

function findWeekday(
	field: string,
	text: string,
	{ weekday, locale }: { weekday: string | null; locale: string },
): Outdated[] {
	if (weekday === null) return [];
	const name = formatWeekday(weekday, locale);
	// Russian declines the names of days: "пятница", "в пятницу".
	const stem = locale === "ru" ? name.slice(0, -1) : name;
	const word = new RegExp(`(?<!\\p{L})${stem}\\p{L}*`, "iu").exec(text);
	return word ? [{ field, code: "weekday", found: word[0] }] : [];
}

function linksOf(content: RevisionContent, years: Set<number>): Outdated[] {
	const { onlineUrl, contactUrl } = content;
	const online = onlineUrl ? [{ field: "onlineUrl", code: "link" as const, found: onlineUrl }] : [];
	const contact =
		contactUrl && hasYear(contactUrl, years)
			? [{ field: "contactUrl", code: "link" as const, found: contactUrl }]
			: [];
	return [...online, ...contact];
}

function hasYear(text: string, years: Set<number>): boolean {
	return matches(text, /(?<!\d)\d{4}(?!\d)/g).some((year) => years.has(Number(year)));
}

/** Whole numbers, each once; not parts of a time, a decimal or a longer number. Arabic and Persian digits count too. */
function numbersIn(text: string): { found: string; value: number }[] {
	const found = matches(text, /(?<!\p{Nd}|\p{Nd}[.,:])\p{Nd}{1,4}(?!\p{Nd}|[.,:]\p{Nd})/gu);
	return found.map((digits) => ({ found: digits, value: Number(digits.replace(/\D/g, latin)) }));
}

function latin(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	const zero = code >= 0x6f0 && code <= 0x6f9 ? 0x6f0 : 0x660;
	return String(code - zero);
}

function matches(text: string, pattern: RegExp): string[] {
	return [...new Set(text.match(pattern) ?? [])];
}

const ROMAN = [
	[50, "L"],
	[40, "XL"],
	[10, "X"],
	[9, "IX"],
	[5, "V"],
	[4, "IV"],
	[1, "I"],
] as const;

function romanOf(number: number): string {
	let left = number;
	let written = "";
	for (const [value, sign] of ROMAN) {
		while (left >= value) {
			written += sign;
			left -= value;
		}
	}
	return written;
}
