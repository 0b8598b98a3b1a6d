/** What in a text may be somebody's private data, with its place. */
export type PersonalFind = { kind: "phone" | "email" | "number"; start: number; end: number };

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const DIGITS = /[+(]?\d(?:[\s().\-/]{0,3}\d){6,24}/gu;
/** As passports and bank accounts have it: letters and digits without space. */
const LETTERED = /\b(?:[A-Z]{1,3}\d{6,9}|[A-Z]{2}\d{2}[A-Z0-9]{11,30})\b/g;
const DATE = /^(?:\d{4}[\s./-]+\d{1,2}[\s./-]+\d{1,2}|\d{1,2}[\s./-]+\d{1,2}[\s./-]+\d{2,4})(?!\d)/;
const YEARS = /^\d{4}(?:[\s./-]+\d{4})+$/;

const PHONE_DIGITS = { fewest: 8, fewestWithoutPlus: 9, most: 15 };

/** Telephone numbers, mail addresses and numbers like those of documents in a text; dates and years are none. */
export function personalDataIn(text: string): PersonalFind[] {
	const emails = finds(text, EMAIL, "email");
	const lettered = finds(text, LETTERED, "number");
	const digits = finds(text, DIGITS, "phone").flatMap((find) => {
		const kind = kindOfDigits(text.slice(find.start, find.end));
		return kind ? [{ ...find, kind }] : [];
	});
	const taken = [...emails, ...lettered];
	const free = digits.filter(
		({ start, end }) => !taken.some((other) => start < other.end && other.start < end),
	);
	return [...taken, ...free].sort((a, b) => a.start - b.start);
}

function finds(text: string, pattern: RegExp, kind: PersonalFind["kind"]): PersonalFind[] {
	return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
		kind,
		start: index,
		end: index + found.length,
	}));
}

function kindOfDigits(found: string): "phone" | "number" | null {
	if (DATE.test(found) || YEARS.test(found)) return null;
	const count = found.replace(/\D/g, "").length;
	const isInternational = found.startsWith("+") || found.startsWith("00");
	const fewest = isInternational ? PHONE_DIGITS.fewest : PHONE_DIGITS.fewestWithoutPlus;
	if (count < fewest) return null;
	const isOneRow = /^\d+$/.test(found);
	if (count > PHONE_DIGITS.most) return "number";
	return isOneRow && !found.startsWith("0") ? "number" : "phone";
}
