/** What the numbers of a style of cells are. */
export type NumberKind = "number" | "date" | "time" | "datetime";

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;
/** Day 0 of the two calendars of ECMA-376 §18.17.4.1; the first counts a 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Formats that every program knows by number (§18.8.30). */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
	14: "date",
	15: "date",
	16: "date",
	17: "date",
	18: "time",
	19: "time",
	20: "time",
	21: "time",
	22: "datetime",
	45: "time",
	46: "time",
	47: "time",
};

/** What the numbers of each style are, by the ids of its formats. */
export function dateStyles(
	ids: readonly number[],
	formats: ReadonlyMap<number, string>,
): NumberKind[] {
	return ids.map((id) => {
		const code = formats.get(id);
		return code === undefined ? (BUILT_IN[id] ?? builtInOfAsia(id)) : kindOf(code);
	});
}

/** A number as a person sees it: "2027-02-26", "18:00", "2027-02-26 18:00", or the number itself. */
export function formatNumber(value: string, kind: NumberKind, isFrom1904: boolean): string {
	const number = Number(value);
	if (value.trim() === "" || !Number.isFinite(number)) return value;
	if (kind === "number" || number < 0 || number > 2_958_465) return plainNumber(number);
	const days = Math.floor(number);
	const minutes = Math.round((number - days) * DAY_MINUTES);
	const wall = new Date(
		(isFrom1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS + minutes * 60_000,
	).toISOString();
	const [date, time] = [wall.slice(0, 10), wall.slice(11, 16)];
	// A day without a number of its own is a bare time.
	if (kind === "time" || days === 0) return time;
	return minutes % DAY_MINUTES === 0 ? date : `${date} ${time}`;
}

function builtInOfAsia(id: number): NumberKind {
	if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "date";
	return "number";
}

/** Colours, conditions, quoted words and escaped signs are not part of the pattern; months and minutes are both "m". */
function kindOf(code: string): NumberKind {
	const pattern = code
		.replace(/"[^"]*"|\\.|_.|\*./g, "")
		.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
		.toLowerCase();
	const hasTime = /h|s/.test(pattern);
	const hasDate = /y|d/.test(pattern) || (/m/.test(pattern) && !hasTime);
	if (hasDate) return hasTime ? "datetime" : "date";
	return hasTime ? "time" : "number";
}

function plainNumber(number: number): string {
	return String(Number(number.toPrecision(15)));
}
