import ICAL from "ical.js";
import type { TableField } from "@/lib/events/table-fields";
import { calendarTimes } from "./calendar-times";
import { countryByName } from "./country-by-name";
import { refusedFile } from "./refused-file";
import { type FileTable, MAX_ROWS } from "./schema";

/** What a calendar says of an event without words of ours; places are cut at their commas from the end. */
const COLUMNS = [
	"title",
	"description",
	"startDate",
	"endDate",
	"isAllDay",
	"startTime",
	"endTime",
	"timezone",
	"country",
	"cityName",
	"venueName",
	"lat",
	"lon",
	"onlineUrl",
	"type",
	"contactUrl",
	"cancelled",
	"repeated",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * Reads the events of an iCalendar text (RFC 5545) as rows of a table; the first one is row 2.
 * @throws DomainError invalid when it cannot be read or holds too many
 */
export function readCalendar(text: string): FileTable {
	const events = eventsOf(text);
	if (events.length > MAX_ROWS) throw refusedFile("imports.tooManyRows");
	const rows = events.map((event, index) => {
		const cells = cellsOf(event);
		return { number: index + 2, cells: COLUMNS.map((column) => cells[column] ?? "") };
	});
	return { format: "ics", headers: [...COLUMNS], rows };
}

/** What the columns of such a table are; texts are in the language that a person names. */
export function calendarColumns(language: string): (TableField | null)[] {
	return COLUMNS.map((column) => {
		if (column === "title" || column === "description") return `${column}.${language}` as const;
		return column === "cancelled" || column === "repeated" ? null : column;
	});
}

/** Whether a row of a calendar is of an event that is called off, or one that comes again by a rule. */
export function calendarFlags(cells: readonly string[]): {
	isCancelled: boolean;
	isRepeated: boolean;
} {
	return {
		isCancelled: cells[COLUMNS.indexOf("cancelled")] === "yes",
		isRepeated: cells[COLUMNS.indexOf("repeated")] === "yes",
	};
}

function eventsOf(text: string): ICAL.Component[] {
	try {
		const parsed = ICAL.parse(text.replace(/^\s+/, ""));
		const calendars = (typeof parsed[0] === "string" ? [parsed] : parsed) as unknown[][];
		return calendars.flatMap((calendar) =>
			new ICAL.Component(calendar as never).getAllSubcomponents("vevent"),
		);
	} catch {
		throw refusedFile("imports.damaged");
	}
}

function cellsOf(event: ICAL.Component): Cells {
	const text = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
	const geo = event.getFirstPropertyValue("geo") as number[] | null;
	return {
		title: text("summary"),
		description: text("description"),
		...calendarTimes(event),
		...placeOf(text("location")),
		lat: geo ? String(geo[0]) : "",
		lon: geo ? String(geo[1]) : "",
		onlineUrl: text("conference"),
		type: text("categories"),
		contactUrl: text("url"),
		cancelled: text("status").toUpperCase() === "CANCELLED" ? "yes" : "",
		repeated: event.hasProperty("rrule") || event.hasProperty("rdate") ? "yes" : "",
	};
}

/** "Hall, street 1, Berlin, Germany" names a country and a city; a place that does not end in a country is left whole. */
function placeOf(location: string): Cells {
	const parts = location.split(",").map((part) => part.trim());
	if (parts.length < 2 || countryByName(parts.at(-1) ?? "") === null)
		return { venueName: location };
	return {
		country: parts.at(-1) ?? "",
		cityName: parts.at(-2) ?? "",
		venueName: parts.slice(0, -2).join(", "),
	};
}
