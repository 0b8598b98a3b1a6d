import { db } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDayRange, formatTime } from "@/lib/time/format";
import { eventPath, localCityName } from "./event-view";
import type { Published } from "./published";

/** What the map says of one event, in one interface language. */
export type MapEvent = {
	id: string;
	/** Without the language. */
	path: string;
	title: string;
	/** BCP 47; set where the title is not in the reader's language. */
	titleLanguage?: string;
	/** "2027-02-26"; null where the day is not known. */
	start: string | null;
	/** The same for people: "26 February 2027, 19:00". */
	when: string | null;
	city: string | null;
	country: string;
	status: Published["status"];
	isDemo: boolean;
};

/** What the map says of these events, by id, in one query; those that are listed no more are missing. */
export async function readMapEvents(
	ids: readonly string[],
	locale: string,
): Promise<Map<string, MapEvent>> {
	if (ids.length === 0) return new Map();
	const rows = await db.publishedEvent.findMany({
		where: { id: { in: [...ids] }, visibility: "public" },
		select: mapEventSelect,
	});
	return new Map(rows.map((row) => [row.id, toMapEvent(row, locale)]));
}

const mapEventSelect = {
	id: true,
	season: true,
	slug: true,
	status: true,
	isDemo: true,
	datePrecision: true,
	startDate: true,
	endDate: true,
	startTime: true,
	hasStartTime: true,
	cityGeonameId: true,
	cityName: true,
	country: true,
	texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
} as const;

type Row = Awaited<
	ReturnType<typeof db.publishedEvent.findMany<{ select: typeof mapEventSelect }>>
>[number];

function toMapEvent(row: Row, locale: string): MapEvent {
	const best = bestText(row.texts, locale);
	return {
		id: row.id,
		path: eventPath(row),
		title: best?.text.title ?? "",
		...(best?.isFallback ? { titleLanguage: best.text.locale } : {}),
		start: row.datePrecision === "day" ? fromDateColumn(row.startDate) : null,
		when: whenOf(row, locale),
		city: localCityName(row, locale),
		country: countryName(row.country, locale),
		status: row.status,
		isDemo: row.isDemo,
	};
}

function whenOf(row: Row, locale: string): string | null {
	const start = fromDateColumn(row.startDate);
	if (row.datePrecision !== "day" || start === null) return null;
	const end = fromDateColumn(row.endDate) ?? start;
	const days = formatDayRange(start, end, locale);
	if (end !== start || !row.hasStartTime || row.startTime === null) return days;
	return `${days}${locale === "ar" ? "،" : ","} ${formatTime(row.startTime, locale)}`;
}
