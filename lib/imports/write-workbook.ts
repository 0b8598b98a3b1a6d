import { strToU8, zipSync } from "fflate";

type Sheet = { name: string; rows: readonly (readonly string[])[]; widths?: readonly number[] };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The media type of an XLSX file. */
export const WORKBOOK_TYPE = `${TYPE}.sheet`;

/** A small XLSX file (ECMA-376) of texts; the first row of each sheet is bold, and all cells are text, so that no date is turned round. */
export function writeWorkbook(
	sheets: readonly Sheet[],
	{ isRightToLeft }: { isRightToLeft: boolean },
): Uint8Array<ArrayBuffer> {
	const parts: Record<string, string> = {
		"[Content_Types].xml": contentTypes(sheets.length),
		"_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
		"xl/workbook.xml": workbook(sheets),
		"xl/_rels/workbook.xml.rels": relations([
			...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
			["styles", "styles.xml"],
		]),
		"xl/styles.xml": STYLES,
	};
	for (const [index, sheet] of sheets.entries())
		parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet, isRightToLeft);
	const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>;
}

/** Style 0: text (format 49); style 1: the same in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
	const parts = [
		["/xl/workbook.xml", "sheet.main"],
		["/xl/styles.xml", "styles"],
		...Array.from({ length: sheets }, (_, index) => [
			`/xl/worksheets/sheet${index + 1}.xml`,
			"worksheet",
		]),
	];
	const overrides = parts.map(
		([name, type]) => `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`,
	);
	return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
	const items = targets.map(
		([type, target], index) =>
			`<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
	);
	return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
	const items = sheets.map(
		({ name }, index) =>
			`<sheet name="${escapeXml(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
	);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${items.join("")}</sheets></workbook>`;
}

function worksheet({ rows, widths }: Sheet, isRightToLeft: boolean): string {
	const columns = (rows[0] ?? []).map(
		(_, index) =>
			`<col min="${index + 1}" max="${index + 1}" width="${widths?.[index] ?? 22}" style="0" customWidth="1"/>`,
	);
	const view = `<sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>`;
	const data = rows.map((row, index) => rowXml(row, index));
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${columns.join("")}</cols><sheetData>${data.join("")}</sheetData></worksheet>`;
}

function rowXml(row: readonly string[], index: number): string {
	const style = index === 0 ? 1 : 0;
	const cells = row.map(
		(cell, column) =>
			`<c r="${columnName(column)}${index + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
	);
	return `<row r="${index + 1}">${cells.join("")}</row>`;
}

/** "A" for 0, "AB" for 27. */
function columnName(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
