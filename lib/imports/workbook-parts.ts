import { posix } from "node:path";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Archive } from "./archive";
import { refusedFile } from "./refused-file";
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS } from "./schema";
import { dateStyles, formatNumber, type NumberKind } from "./workbook-numbers";

const MAX_STRINGS = 500_000;
/** Empty rows count; what lies further down is refused. */
const MAX_SHEET_ROWS = MAX_ROWS * 2;

type Row = { number: number; cells: string[] };
type SheetWords = { strings: string[]; styles: NumberKind[]; isFrom1904: boolean };
type Handlers = {
	open?: (tag: string, attributes: Record<string, string>) => void;
	text?: (text: string) => void;
	close?: (tag: string) => void;
};

/** Where the first sheet is, and from which year its dates count. */
export async function readWorkbookParts(
	archive: Archive,
): Promise<{ sheetPath: string; isFrom1904: boolean }> {
	let isFrom1904 = false;
	let firstSheetId: string | undefined;
	await parsePart(archive, "xl/workbook.xml", {
		open(tag, attributes) {
			if (tag === "workbookPr") isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
			if (tag === "sheet") firstSheetId ??= attributes["r:id"];
		},
	});
	let target: string | undefined;
	await parsePart(archive, "xl/_rels/workbook.xml.rels", {
		open(tag, attributes) {
			if (tag === "Relationship" && attributes.Id === firstSheetId) target = attributes.Target;
		},
	});
	if (!target) throw refusedFile("imports.damaged");
	const sheetPath = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
	return { sheetPath, isFrom1904 };
}

/** Texts that cells refer to by number; readings of Japanese characters are left out. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
	const strings: string[] = [];
	if (!archive.has("xl/sharedStrings.xml")) return strings;
	let current = "";
	let isText = false;
	let isReading = false;
	await parsePart(archive, "xl/sharedStrings.xml", {
		open(tag) {
			if (tag === "si") current = "";
			if (tag === "rPh") isReading = true;
			isText = tag === "t" && !isReading;
		},
		text(text) {
			if (isText && current.length <= MAX_CELL_LENGTH) current += text;
		},
		close(tag) {
			if (tag === "rPh") isReading = false;
			if (tag === "t") isText = false;
			if (tag !== "si") return;
			if (strings.length >= MAX_STRINGS) throw refusedFile("imports.fileTooLarge");
			strings.push(current);
		},
	});
	return strings;
}

/** For each style of cells whether its numbers are dates, times or both. */
export async function readStyles(archive: Archive): Promise<NumberKind[]> {
	if (!archive.has("xl/styles.xml")) return [];
	const formats = new Map<number, string>();
	const ids: number[] = [];
	let isInCells = false;
	await parsePart(archive, "xl/styles.xml", {
		open(tag, attributes) {
			if (tag === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
			if (tag === "cellXfs") isInCells = true;
			if (tag === "xf" && isInCells) ids.push(Number(attributes.numFmtId ?? 0));
		},
		close(tag) {
			if (tag === "cellXfs") isInCells = false;
		},
	});
	return dateStyles(ids, formats);
}

/** The rows of a sheet, cells as people see dates, times, numbers and texts. */
export async function readSheet(archive: Archive, path: string, words: SheetWords): Promise<Row[]> {
	const rows: Row[] = [];
	let row: Row | null = null;
	let cell = { column: 0, type: "n", style: 0, value: "" };
	let isValue = false;
	await parsePart(archive, path, {
		open(tag, attributes) {
			if (tag === "row") {
				const number = Number(attributes.r ?? (rows.at(-1)?.number ?? 0) + 1);
				row = { number, cells: [] };
			} else if (tag === "c") {
				const column = columnOf(attributes.r) ?? row?.cells.length ?? 0;
				cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "" };
			}
			isValue = tag === "v" || tag === "t";
		},
		text(text) {
			if (isValue && cell.value.length <= MAX_CELL_LENGTH) cell.value += text;
		},
		close(tag) {
			if (tag === "v" || tag === "t") isValue = false;
			if (tag === "c" && row && cell.column < MAX_COLUMNS + 1)
				row.cells[cell.column] = textOf(cell, words);
			if (tag !== "row" || !row) return;
			if (rows.length > MAX_SHEET_ROWS) throw refusedFile("imports.tooManyRows");
			rows.push(row);
			row = null;
		},
	});
	return rows;
}

function textOf(
	cell: { type: string; style: number; value: string },
	{ strings, styles, isFrom1904 }: SheetWords,
): string {
	switch (cell.type) {
		case "s":
			return strings[Number(cell.value)] ?? "";
		case "b":
			return cell.value === "1" ? "yes" : "no";
		case "n":
			return formatNumber(cell.value, styles[cell.style] ?? "number", isFrom1904);
		default:
			return cell.value;
	}
}

/** 0 for "A1", 27 for "AB7". */
function columnOf(reference: string | undefined): number | null {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
	if (!letters) return null;
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

async function parsePart(archive: Archive, name: string, handlers: Handlers): Promise<void> {
	const parser = new SaxesParser();
	// Office writes no DTD, and entities of one's own are the way to blow a text up.
	parser.on("doctype", () => {
		throw refusedFile("imports.damaged");
	});
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", (tag: SaxesTagPlain) =>
		handlers.open?.(local(tag.name), tag.attributes as Record<string, string>),
	);
	parser.on("text", (text) => handlers.text?.(text));
	parser.on("closetag", (tag: SaxesTagPlain) => handlers.close?.(local(tag.name)));
	await archive.read(name, (text) => void parser.write(text));
	try {
		parser.close();
	} catch {
		throw refusedFile("imports.damaged");
	}
}

/** Some programs write every tag with a prefix. */
function local(name: string): string {
	return name.slice(name.indexOf(":") + 1);
}
