import { parse } from "csv-parse/sync";
import { unguardFormula } from "@/lib/text/csv";
import { refusedFile } from "./refused-file";
import { type FileTable, MAX_ROWS } from "./schema";

const DELIMITERS = [",", ";", "\t"] as const;
/** Empty lines count as rows of the file, and few are worth reading. */
const MAX_LINES = MAX_ROWS * 2;
const MAX_RECORD_LENGTH = 400_000;

/**
 * Reads a CSV text (RFC 4180) whose first line names the columns; commas, semicolons or tabs separate them.
 * @throws DomainError invalid when quotes are not closed or there are too many lines
 */
export function readCsv(text: string): FileTable {
	const [headers = [], ...rows] = recordsOf(text.replace(/^\uFEFF/, ""));
	return {
		format: "csv",
		headers: headers.map((header) => header.trim()),
		rows: rows.map((cells, index) => ({ number: index + 2, cells: cells.map(unguardFormula) })),
	};
}

function recordsOf(text: string): string[][] {
	try {
		const records = parse(text, {
			delimiter: delimiterOf(text),
			relax_column_count: true,
			max_record_size: MAX_RECORD_LENGTH,
			to: MAX_LINES + 2,
		});
		if (records.length > MAX_LINES + 1) throw refusedFile("imports.tooManyRows");
		return records;
	} catch (error) {
		if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))
			throw refusedFile("imports.damaged");
		throw error;
	}
}

/** The one that the line of headers has most of, outside of quotes. */
function delimiterOf(text: string): string {
	const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, MAX_RECORD_LENGTH))?.[0] ?? "";
	const bare = line.replace(/"(?:[^"]|"")*"/g, "");
	const count = (delimiter: string) => bare.split(delimiter).length;
	return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}
