import { LANGUAGES, LOCALES } from "@/lib/text/languages";

/** What a row of a table of events may state, in the order of its columns; texts follow the type, by language. */
export const TABLE_FIELDS = [
	"type",
	"startDate",
	"endDate",
	"isAllDay",
	"startTime",
	"endTime",
	"attendanceMode",
	"country",
	"cityName",
	"timezone",
	"venueName",
	"address",
	"lat",
	"lon",
	"onlineUrl",
	"languages",
	"isFree",
	"isWheelchairAccessible",
	"contactName",
	"contactEmail",
	"contactPhone",
	"contactUrl",
	"startDisambiguation",
	"endDisambiguation",
] as const;
export type PlainField = (typeof TABLE_FIELDS)[number];

/** Parts of a text, each in a column of its own for each language. */
export const TEXT_PARTS = ["title", "description"] as const;
export type TextField = `${(typeof TEXT_PARTS)[number]}.${string}`;
export type TableField = PlainField | TextField;

/** All that a column can be: the plain fields and the texts in every language, our eight first. */
export function allTableFields(): TableField[] {
	return [...textFields(LANGUAGES), ...TABLE_FIELDS];
}

/** The columns of a table with texts in these languages. */
export function tableColumns(languages: readonly string[]): TableField[] {
	const [type, ...rest] = TABLE_FIELDS;
	return [type, ...textFields(languages), ...rest];
}

/** The languages of the texts that a table begins with: the reader's and English. */
export function templateLanguages(locale: string): string[] {
	return [...new Set([locale, "en"])];
}

/** The tags in the order of the language menu, ours first. */
export function inOrder(tags: Iterable<string>): string[] {
	const all: readonly string[] = [...LOCALES, ...LANGUAGES];
	return [...new Set(tags)].sort((a, b) => all.indexOf(a) - all.indexOf(b));
}

/** The part and language of a column of texts; null for the others. */
export function textPart(field: TableField): { part: "title" | "description"; tag: string } | null {
	const [part, tag] = field.split(".");
	return (part === "title" || part === "description") && tag ? { part, tag } : null;
}

function textFields(languages: readonly string[]): TextField[] {
	return languages.flatMap((tag) => TEXT_PARTS.map((part) => `${part}.${tag}` as const));
}
