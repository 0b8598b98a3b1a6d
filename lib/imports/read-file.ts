import { cleanText } from "@/lib/text/plain";
import { readCalendar } from "./read-calendar";
import { readCsv } from "./read-csv";
import { readWorkbook } from "./read-workbook";
import { refusedFile } from "./refused-file";
import { type FileTable, MAX_CELL_LENGTH, MAX_COLUMNS, MAX_IMPORT_BYTES, MAX_ROWS } from "./schema";

/**
 * Reads a file of events, by its content and never by its name.
 * @throws DomainError invalid with a message beside `file`: too large, of another kind, damaged, without rows, with too many
 */
export async function readFile(file: Blob): Promise<FileTable> {
	if (file.size > MAX_IMPORT_BYTES) throw refusedFile("imports.fileTooLarge");
	const bytes = new Uint8Array(await file.arrayBuffer());
	const { format, headers, rows } = await readBytes(bytes);
	const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
	if (headers.every((header) => header === "") || filled.length === 0)
		throw refusedFile("imports.noRows");
	if (filled.length > MAX_ROWS) throw refusedFile("imports.tooManyRows");
	if (headers.length > MAX_COLUMNS) throw refusedFile("imports.tooManyColumns");
	return {
		format,
		headers: headers.map((header) => cleanText(header).slice(0, 200)),
		rows: filled.map(({ number, cells }) => ({
			number,
			cells: headers.map((_header, column) => storable(cells[column] ?? "")),
		})),
	};
}

async function readBytes(bytes: Uint8Array): Promise<FileTable> {
	// "PK\3\4": a ZIP archive, which an XLSX file is.
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
		return readWorkbook(bytes);
	const text = decode(bytes);
	return /^\s*BEGIN:VCALENDAR\b/i.test(text) ? readCalendar(text) : readCsv(text);
}

/** UTF-8, or UTF-16 with its mark, as Excel's "Unicode text"; no other encoding is guessed. */
function decode(bytes: Uint8Array): string {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? "utf-16le"
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? "utf-16be"
				: "utf-8";
	let text: string;
	try {
		text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw refusedFile(bytes.includes(0) ? "imports.fileKind" : "imports.encoding");
	}
	if (text.includes("\0")) throw refusedFile("imports.fileKind");
	return text;
}

/** Longer cells are cut one character beyond the limit, so that the check still finds them too long. */
function storable(cell: string): string {
	return cleanText(cell.slice(0, MAX_CELL_LENGTH + 1));
}
