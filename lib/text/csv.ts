/** What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection), full-width signs included. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Excel reads a file as UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** One line of a CSV text (RFC 4180), safe to open in a spreadsheet program. */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map((cell) => quoted(guardFormula(cell))).join(",")}\r\n`;
}

/** Puts an apostrophe before what a spreadsheet program would compute; numbers stay as they are. */
export function guardFormula(cell: string): string {
	return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `guardFormula` away again. */
export function unguardFormula(cell: string): string {
	return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
	return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
