import { randomBytes } from "node:crypto";

/**
 * A UUID version 7 (RFC 9562 §5.7), as the tables' own ids are, for rows whose parts are written in the same breath.
 * @param place from 0 to 4095: keeps ids of one millisecond in order.
 */
export function newId(place: number): string {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(Date.now(), 0, 6);
	bytes.writeUInt16BE(0x7000 | (place & 0x0fff), 6);
	bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
	const hex = bytes.toString("hex");
	const ends = [8, 12, 16, 20, 32];
	return ends.map((end, index) => hex.slice(ends[index - 1] ?? 0, end)).join("-");
}
