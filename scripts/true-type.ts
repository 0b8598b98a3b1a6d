import { inflateSync } from "node:zlib";

const WOFF = 0x774f4646;
const HEADER = 12;
const RECORD = 16;

/** Unpacks a WOFF 1.0 file (W3C, "WOFF File Format 1.0") into the TrueType font inside. */
export function woffToTrueType(woff: Buffer): Buffer {
	if (woff.readUInt32BE(0) !== WOFF) throw new Error("not a WOFF 1.0 file");
	const count = woff.readUInt16BE(12);
	const head = headerOf(woff.readUInt32BE(4), count);
	const parts = [head];
	let offset = head.length;
	for (let index = 0; index < count; index++) {
		const entry = 44 + index * 20;
		const [start, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
		if (start === undefined || packed === undefined || length === undefined) throw new RangeError();
		const raw = woff.subarray(start, start + packed);
		const table = packed < length ? inflateSync(raw) : raw;
		const record = HEADER + index * RECORD;
		woff.copy(head, record, entry, entry + 4);
		woff.copy(head, record + 4, entry + 16, entry + 20);
		head.writeUInt32BE(offset, record + 8);
		head.writeUInt32BE(length, record + 12);
		const padding = Buffer.alloc((4 - (length % 4)) % 4);
		parts.push(table, padding);
		offset += length + padding.length;
	}
	return Buffer.concat(parts);
}

/** The header and an empty table directory (OpenType 1.9, "Table directory"). */
function headerOf(flavour: number, count: number): Buffer {
	const head = Buffer.alloc(HEADER + RECORD * count);
	const exponent = Math.floor(Math.log2(count));
	head.writeUInt32BE(flavour, 0);
	head.writeUInt16BE(count, 4);
	head.writeUInt16BE(RECORD * 2 ** exponent, 6);
	head.writeUInt16BE(exponent, 8);
	head.writeUInt16BE(RECORD * count - RECORD * 2 ** exponent, 10);
	return head;
}

/** The code points that a font has glyphs for: its `cmap` of format 4, which every web font carries. */
export function charactersOf(font: Buffer): number[] {
	const table = tableOf(font, "cmap");
	for (let index = 0; index < table.readUInt16BE(2); index++) {
		const subtable = table.subarray(table.readUInt32BE(4 + index * 8 + 4));
		if (subtable.readUInt16BE(0) === 4) return charactersOfFormat4(subtable);
	}
	throw new Error("the font has no cmap of format 4");
}

function tableOf(font: Buffer, tag: string): Buffer {
	for (let index = 0; index < font.readUInt16BE(4); index++) {
		const record = HEADER + index * RECORD;
		if (font.toString("latin1", record, record + 4) === tag)
			return font.subarray(font.readUInt32BE(record + 8));
	}
	throw new Error(`the font has no table ${tag}`);
}

function charactersOfFormat4(subtable: Buffer): number[] {
	const size = subtable.readUInt16BE(6);
	const found: number[] = [];
	for (let at = 0; at < size; at += 2) {
		const last = subtable.readUInt16BE(14 + at);
		const first = subtable.readUInt16BE(16 + size + at);
		const delta = subtable.readUInt16BE(16 + 2 * size + at);
		const start = 16 + 3 * size + at;
		const range = subtable.readUInt16BE(start);
		for (let point = first; point <= last && point !== 0xffff; point++) {
			const glyph =
				range === 0 ? point : subtable.readUInt16BE(start + range + 2 * (point - first));
			if (glyph !== 0 && (glyph + delta) % 0x10000 !== 0) found.push(point);
		}
	}
	return found;
}
