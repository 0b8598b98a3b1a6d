/** RFC 5545 §3.1: a line holds at most 75 octets without its line break. */
const MAX_OCTETS = 75;

export type Parameters = Readonly<Record<string, string>>;

/** A content line for a TEXT value: escaped (RFC 5545 §3.3.11) and folded. */
export function textLine(name: string, value: string, parameters: Parameters = {}): string {
	return foldLine(`${head(name, parameters)}:${escapeText(value)}`);
}

/** A content line for a value that needs no escape: a date, a number, a URI; folded. */
export function rawLine(name: string, value: string, parameters: Parameters = {}): string {
	return foldLine(`${head(name, parameters)}:${stripControls(value)}`);
}

function head(name: string, parameters: Parameters): string {
	let written = name;
	for (const key in parameters) written += `;${key}=${quoteParameter(parameters[key] ?? "")}`;
	return written;
}

/** A content line for an http, https or mailto address, or none when it is not one. */
export function uriLine(name: string, address: string, parameters: Parameters = {}): string[] {
	if (!URL.canParse(address)) return [];
	const { href, protocol } = new URL(address);
	if (!["http:", "https:", "mailto:"].includes(protocol)) return [];
	return [rawLine(name, href, parameters)];
}

/** Every sign that `escapeText` and `stripControls` change. */
const UNUSUAL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\\;,\u2028\u2029\ufeff]/u;

/** TEXT with backslash, semicolon, comma and line breaks escaped, and control characters removed. */
export function escapeText(value: string): string {
	if (!UNUSUAL.test(value)) return value;
	return value
		.replace(/\r\n?|[\n\u0085\u2028\u2029]/g, "\n")
		.replace(/[\\;,]/g, "\\$&")
		.split("\n")
		.map(stripControls)
		.join("\\n");
}

/**
 * A line cut into pieces of at most 75 octets, joined by CRLF and a space; never inside a character.
 * Counts octets as UTF-8, as RFC 5545 §3.1 does, not code units.
 */
export function foldLine(line: string): string {
	// A sign has at most three octets, or four where it counts as two.
	if (line.length * 3 <= MAX_OCTETS) return line;
	let folded = "";
	let start = 0;
	let room = MAX_OCTETS;
	for (let index = 0; index < line.length; ) {
		const code = line.codePointAt(index) ?? 0;
		const octets = octetsOf(code);
		if (octets > room) {
			folded += `${line.slice(start, index)}\r\n `;
			start = index;
			room = MAX_OCTETS - 1;
		}
		room -= octets;
		index += code > 0xffff ? 2 : 1;
	}
	return folded + line.slice(start);
}

function octetsOf(code: number): number {
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}

/** Quoted only where needed; a double quote cannot be written in a parameter (RFC 5545 §3.2), so it goes. */
function quoteParameter(value: string): string {
	const plain = stripControls(value.replaceAll('"', "'"));
	return /[:;,]/.test(plain) ? `"${plain}"` : plain;
}

/** Line breaks of any kind would end the line for one parser or another; the rest is forbidden. */
function stripControls(value: string): string {
	if (!UNUSUAL.test(value)) return value;
	return value.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\ufeff]/gu, "");
}
