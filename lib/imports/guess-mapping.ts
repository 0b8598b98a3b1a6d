import type { TableField } from "@/lib/events/table-fields";
import type { KnownWords } from "@/lib/events/table-words";
import { foldName } from "@/lib/places/fold";
import { calendarColumns } from "./read-calendar";
import type { FileTable, Mapping } from "./schema";

/** Headers of programs and people that are not ours word for word. */
const OTHER_NAMES: Readonly<Record<string, TableField>> = {
	date: "startDate",
	start: "startTime",
	end: "endTime",
	"start date": "startDate",
	"end date": "endDate",
	"start time": "startTime",
	"end time": "endTime",
	time: "startTime",
	location: "venueName",
	place: "venueName",
	town: "cityName",
	zone: "timezone",
	latitude: "lat",
	longitude: "lon",
	"e mail": "contactEmail",
	email: "contactEmail",
	phone: "contactPhone",
	website: "contactUrl",
	url: "contactUrl",
};

/**
 * What the columns probably are, by their headers in any of our languages; a header that says nothing known is left
 * aside, and of two alike the first counts.
 * @param locale language of texts whose header names none.
 */
export function guessMapping(
	{ format, headers }: Pick<FileTable, "format" | "headers">,
	{ words, locale }: { words: KnownWords; locale: string },
): Mapping {
	const constants = { type: null, attendanceMode: null, country: null };
	if (format === "ics") return { columns: calendarColumns(locale), constants };
	const taken = new Set<TableField>();
	const columns = headers.map((header) => {
		const field = fieldOf(foldName(header), words, locale);
		if (field === null || taken.has(field)) return null;
		taken.add(field);
		return field;
	});
	return { columns, constants };
}

function fieldOf(header: string, words: KnownWords, locale: string): TableField | null {
	const part = words.parts.get(header);
	if (part) return `${part}.${locale}`;
	return words.headers.get(header) ?? OTHER_NAMES[header] ?? null;
}
