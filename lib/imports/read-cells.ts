import type { PlainField } from "@/lib/events/table-fields";
import type { KnownWords } from "@/lib/events/table-words";
import { foldName } from "@/lib/places/fold";
import { countryByName } from "./country-by-name";

/** A cell as the form would send it, or the message key of what is wrong with it. */
export type CellResult = { value: string } | { key: string };

/** Reads what a cell of the column says; nothing is guessed, and what can be read in two ways is refused. */
export function readCell(field: PlainField, cell: string, words: KnownWords): CellResult {
	switch (field) {
		case "type":
			return known(words.types, cell, "imports.unknownType");
		case "attendanceMode":
			return known(words.attendanceModes, cell, "imports.unknownMode");
		case "isAllDay":
		case "isFree":
		case "isWheelchairAccessible":
			return known(words.answers, cell, "imports.unknownAnswer");
		case "country":
			return readCountry(cell);
		case "startDate":
		case "endDate":
			return readDate(plainDigits(cell));
		case "startTime":
		case "endTime":
			return readTime(plainDigits(cell));
		case "lat":
		case "lon":
			return { value: plainDigits(cell).replace(/^([+-]?\d+),(\d+)$/, "$1.$2") };
		default:
			return { value: cell };
	}
}

/** Tags of the languages that a cell lists, by their names in any of our languages. */
export function readLanguages(
	cell: string,
	words: KnownWords,
): { tags: string[] } | { key: string } {
	const names = cell.split(/[,;،/|]/).map((name) => name.trim());
	const tags = names.filter(Boolean).map((name) => words.languages.get(foldName(name)));
	if (tags.some((tag) => tag === undefined)) return { key: "imports.unknownLanguage" };
	return { tags: [...new Set(tags as string[])] };
}

function known(map: ReadonlyMap<string, string>, cell: string, key: string): CellResult {
	const value = map.get(foldName(cell));
	return value === undefined ? { key } : { value };
}

function readCountry(cell: string): CellResult {
	const code = countryByName(cell);
	return code === null ? { key: "imports.unknownCountry" } : { value: code };
}

/** "2027-02-26", "26.02.2027", and with strokes where day and month cannot be mistaken for one another. */
function readDate(cell: string): CellResult {
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
	if (iso) return dateOf(iso[1], iso[2], iso[3]);
	const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell);
	if (dotted) return dateOf(dotted[3], dotted[2], dotted[1]);
	const stroked = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(cell);
	if (!stroked) return { key: "field.date" };
	const [, first = "", second = "", year] = stroked;
	if (first === second || Number(first) > 12) return dateOf(year, second, first);
	return Number(second) > 12 ? dateOf(year, first, second) : { key: "imports.ambiguousDate" };
}

function dateOf(year = "", month = "", day = ""): CellResult {
	return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

/** "18:00", "18.00", "18:00:00" or "6:00 PM". */
function readTime(cell: string): CellResult {
	const match = /^(\d{1,2})[:.](\d{2})(?::00)?\s*([ap])?\.?(?:m\.?)?$/i.exec(cell);
	if (!match)
		return { key: /\d:\d{2}(?::\d{2})? \S/.test(cell) ? "imports.timeWithZone" : "field.time" };
	const [, hours = "", minutes = "", half] = match;
	if (!half) return { value: `${hours.padStart(2, "0")}:${minutes}` };
	if (Number(hours) < 1 || Number(hours) > 12) return { key: "field.time" };
	const hour = (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
	return { value: `${String(hour).padStart(2, "0")}:${minutes}` };
}

/** Arabic and Persian digits as the ones that programs read. */
function plainDigits(cell: string): string {
	return cell
		.trim()
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
