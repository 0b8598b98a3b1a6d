import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/i18n/messages";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { foldName } from "@/lib/places/fold";
import { LANGUAGES, LOCALES, type Locale, languageName } from "@/lib/text/languages";
import { ATTENDANCE_MODES } from "./schema";
import { allTableFields, type TableField, textPart } from "./table-fields";

/** How a table names its columns and answers in one language. */
export type TableWords = {
	header: (field: TableField) => string;
	type: (type: string) => string;
	attendanceMode: (mode: string) => string;
	yesOrNo: (answer: boolean) => string;
};

/** What words of any of our languages stand for, folded; the program's own names count too. */
export type KnownWords = {
	headers: ReadonlyMap<string, TableField>;
	/** Headers of texts without a language, such as "Title". */
	parts: ReadonlyMap<string, "title" | "description">;
	types: ReadonlyMap<string, string>;
	attendanceModes: ReadonlyMap<string, string>;
	answers: ReadonlyMap<string, "yes" | "no">;
	languages: ReadonlyMap<string, string>;
};

/** The words of one interface language. */
export async function tableWords(locale: Locale): Promise<TableWords> {
	// Keys are built from fields; table-words.test.ts writes every header in every language.
	const t: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	return {
		header(field) {
			const text = textPart(field);
			if (!text) return t(`field.${field}`);
			const language = languageName(text.tag, locale);
			return t("field.textIn", { field: t(`field.${text.part}`), language });
		},
		type: (type) => t(`eventType.${type}`),
		attendanceMode: (mode) => t(`attendanceMode.${mode}`),
		yesOrNo: (answer) => t(`eventForm.where.${answer ? "yes" : "no"}`),
	};
}

let known: Promise<KnownWords> | null = null;

/** The words of all our languages together. */
export function knownWords(): Promise<KnownWords> {
	known ??= gatherWords();
	return known;
}

async function gatherWords(): Promise<KnownWords> {
	const headers = new Map<string, TableField>();
	const parts = new Map<string, "title" | "description">();
	const types = new Map<string, string>();
	const attendanceModes = new Map<string, string>();
	const answers = new Map<string, "yes" | "no">();
	const languages = new Map<string, string>();
	const fields = allTableFields();
	for (const field of fields) headers.set(foldName(field), field);
	for (const part of ["title", "description"] as const) parts.set(part, part);
	for (const type of EVENT_TYPES) types.set(foldName(type), type);
	for (const mode of ATTENDANCE_MODES) attendanceModes.set(foldName(mode), mode);
	for (const [word, answer] of Object.entries(ANSWERS)) answers.set(word, answer);
	for (const tag of LANGUAGES) languages.set(tag, tag);
	for (const locale of LOCALES) {
		const words = await tableWords(locale);
		for (const field of fields) addNew(headers, words.header(field), field);
		for (const part of ["title", "description"] as const) {
			addNew(parts, words.header(part as TableField), part);
		}
		for (const type of EVENT_TYPES) addNew(types, words.type(type), type);
		for (const mode of ATTENDANCE_MODES) addNew(attendanceModes, words.attendanceMode(mode), mode);
		addNew(answers, words.yesOrNo(true), "yes");
		addNew(answers, words.yesOrNo(false), "no");
		for (const tag of LANGUAGES) addNew(languages, languageName(tag, locale), tag);
	}
	return { headers, parts, types, attendanceModes, answers, languages };
}

const ANSWERS = { yes: "yes", no: "no", true: "yes", false: "no", "1": "yes", "0": "no" } as const;

function addNew<Value>(map: Map<string, Value>, word: string, value: Value): void {
	const key = foldName(word);
	if (!map.has(key)) map.set(key, value);
}
