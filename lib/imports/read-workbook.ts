import { openArchive } from "./archive";
import { refusedFile } from "./refused-file";
import type { FileTable } from "./schema";
import { readSharedStrings, readSheet, readStyles, readWorkbookParts } from "./workbook-parts";

/**
 * Reads the first sheet of an XLSX file (ECMA-376), whose first row names the columns. Nothing in it is computed or
 * followed: a formula counts as the value that was stored with it.
 * @throws DomainError invalid for archives that are no workbook, damaged, or would unpack to too much
 */
export async function readWorkbook(bytes: Uint8Array): Promise<FileTable> {
	const archive = await openArchive(bytes);
	const { sheetPath, isFrom1904 } = await readWorkbookParts(archive);
	const strings = await readSharedStrings(archive);
	const styles = await readStyles(archive);
	const rows = await readSheet(archive, sheetPath, { strings, styles, isFrom1904 });
	return { format: "xlsx", ...tableOf(rows) };
}

function tableOf(rows: { number: number; cells: string[] }[]) {
	const [first, ...rest] = rows;
	if (!first) throw refusedFile("imports.noRows");
	const headers = Array.from(first.cells, (cell) => (cell ?? "").trim());
	return {
		headers,
		rows: rest.map(({ number, cells }) => ({
			number,
			cells: Array.from(cells, (cell) => cell ?? ""),
		})),
	};
}
