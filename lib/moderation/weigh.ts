import { diffWords } from "diff";
import type { Difference } from "./differences";

/** Whether people plan by what changes, or it is a slip of the pen, another picture, a telephone number. */
export type Weight = "important" | "small";

/** Fields in which any change is one that people plan by: date, place, organisers, and whether it takes place at all. */
const IMPORTANT: ReadonlySet<string> = new Set([
	"status",
	"statusReason",
	"type",
	"attendanceMode",
	"startDate",
	"endDate",
	"startTime",
	"endTime",
	"isAllDay",
	"timezone",
	"startDisambiguation",
	"endDisambiguation",
	"cityName",
	"country",
	"venueName",
	"address",
	"lat",
	"lon",
	"onlineUrl",
	"coOrganisers",
	"programme",
	"openingHours",
	"superEventId",
]);

/** Of a description so much may be worded otherwise: words, and their share of the longer text. */
const FEW_WORDS = 12;
const FEW_SHARE = 0.2;

/**
 * How much a difference matters. A title is important unless only case, accents or signs change; a description unless a
 * few words do, and none of them is a link or a figure. A text in a new language is important: nobody has read it yet.
 */
export function weigh({ field, before, after }: Difference): Weight {
	if (IMPORTANT.has(field)) return "important";
	const part = /^texts\.[^.]+\.(.+)$/.exec(field)?.[1];
	if (part === "title") return isSameSpelling(before, after) ? "small" : "important";
	if (part === "statusReason") return "important";
	if (part === "description") return isSmallEdit(before, after) ? "small" : "important";
	return "small";
}

/** The weight of a whole submission: that of its weightiest difference. */
export function weighAll(differences: readonly Difference[]): Weight {
	return differences.some((each) => weigh(each) === "important") ? "important" : "small";
}

function isSameSpelling(before: string | null, after: string | null): boolean {
	return before !== null && after !== null && skeleton(before) === skeleton(after);
}

function skeleton(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toLowerCase();
}

function isSmallEdit(before: string | null, after: string | null): boolean {
	if (before === null || after === null) return false;
	const changed = diffWords(before, after).filter(({ added, removed }) => added || removed);
	if (changed.some(({ value }) => /\p{N}|https?:|\]\(/u.test(value))) return false;
	const words = wordsIn(changed.map(({ value }) => value).join(" "));
	const longer = Math.max(wordsIn(before), wordsIn(after), 1);
	// Each word that is worded otherwise stands here twice, as it was and as it is.
	return words <= FEW_WORDS * 2 && words / 2 <= Math.max(longer * FEW_SHARE, 2);
}

function wordsIn(text: string): number {
	return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}
