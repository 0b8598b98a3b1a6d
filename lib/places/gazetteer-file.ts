import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { type NameIndex, openNameIndex } from "./name-index";
import type { NameLocale } from "./supplement";

/** The columns of the shipped file: city i is entry i of each list; the most populous comes first. */
export type GazetteerColumns = {
	/** Date of the newest GeoNames record inside, "YYYY-MM-DD". */
	geonamesDate: string;
	zones: string[];
	countries: string[];
	admin1Names: string[];
	/** Per country its zones, the most populous first. */
	countryZones: Record<string, string[]>;
	ids: number[];
	names: string[];
	/** Indices into `zones`, `countries`, `admin1Names` (-1: unknown). */
	zone: number[];
	country: number[];
	admin1: number[];
	/** Degrees × 100,000. */
	lat: number[];
	lon: number[];
	population: number[];
	/** City numbers of the capitals. */
	capitals: number[];
	/** City number → language → name. */
	localNames: Record<string, Partial<Record<NameLocale, string>>>;
};

export type GazetteerData = {
	columns: GazetteerColumns;
	/** Names as `foldName` leaves them. */
	exact: NameIndex;
	/** Names as `looseFold` leaves them, where that differs. */
	loose: NameIndex;
};

type StoredIndex = { keys: string; counts: number[]; postings: number[] };

const FILE = "lib/places/gazetteer.data.br";

let loaded: GazetteerData | null = null;

/** The gazetteer, read and unpacked at the first call of the process (about 0.2 s); throws when the file is missing. */
export function loadGazetteer(): GazetteerData {
	loaded ??= decodeGazetteer(readFileSync(join(process.cwd(), FILE)));
	return loaded;
}

/** Packs the gazetteer: blocks of a 32-bit length and bytes, padded to 4, under Brotli. */
export function encodeGazetteer(
	columns: GazetteerColumns,
	exact: StoredIndex,
	loose: StoredIndex,
): Buffer {
	const blocks: Buffer[] = [Buffer.from(JSON.stringify(columns))];
	for (const index of [exact, loose]) {
		blocks.push(Buffer.from(index.keys));
		blocks.push(packNumbers(index.counts), packNumbers(index.postings));
	}
	const plain = Buffer.concat(blocks.flatMap(frameBlock));
	return brotliCompressSync(plain, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
		},
	});
}

/** Unpacks what `encodeGazetteer` wrote. */
export function decodeGazetteer(packed: Buffer): GazetteerData {
	const blocks = readBlocks(brotliDecompressSync(packed));
	const [columns, ...rest] = blocks;
	if (!columns || rest.length !== 6) throw new Error(`${FILE} is damaged; rebuild it.`);
	const openAt = (first: number): NameIndex =>
		openNameIndex(
			(rest[first] ?? Buffer.alloc(0)).toString("utf8"),
			unpackNumbers(rest[first + 1]),
			unpackNumbers(rest[first + 2]),
		);
	return {
		columns: JSON.parse(columns.toString("utf8")) as GazetteerColumns,
		exact: openAt(0),
		loose: openAt(3),
	};
}

function frameBlock(block: Buffer): Buffer[] {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(block.length);
	return [length, block, Buffer.alloc((4 - (block.length % 4)) % 4)];
}

function readBlocks(plain: Buffer): Buffer[] {
	const blocks: Buffer[] = [];
	for (let at = 0; at < plain.length; ) {
		const length = plain.readUInt32LE(at);
		blocks.push(plain.subarray(at + 4, at + 4 + length));
		at += 4 + Math.ceil(length / 4) * 4;
	}
	return blocks;
}

/** Seven bits a byte, the low ones first, the high bit says "more follows" (LEB128). */
function packNumbers(numbers: readonly number[]): Buffer {
	const bytes: number[] = [];
	for (let value of numbers) {
		for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
		bytes.push(value);
	}
	return Buffer.from(bytes);
}

function unpackNumbers(bytes: Buffer = Buffer.alloc(0)): Uint32Array {
	const numbers = new Uint32Array(bytes.length);
	let count = 0;
	let value = 0;
	let shift = 0;
	for (const byte of bytes) {
		value |= (byte & 127) << shift;
		shift += 7;
		if (byte > 127) continue;
		numbers[count++] = value;
		value = 0;
		shift = 0;
	}
	return numbers.slice(0, count);
}
