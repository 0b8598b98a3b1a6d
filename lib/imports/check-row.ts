import type { FieldErrors } from "@/lib/errors";
import { checkComplete } from "@/lib/events/completeness";
import type { RevisionContent } from "@/lib/events/revision";
import { type DraftContent, draftContent } from "@/lib/events/schema";
import { type TableField, textPart } from "@/lib/events/table-fields";
import type { KnownWords } from "@/lib/events/table-words";
import type { City } from "@/lib/places/gazetteer";
import { yearOf } from "@/lib/time/wall-time";
import { cityOfRow, zoneOfRow } from "./place-of-row";
import { readCell, readLanguages } from "./read-cells";
import type { Mapping, Problem } from "./schema";

export type CheckedRow = { content: DraftContent | null; problems: Problem[] };

type Fault = { field: string; key: string; values?: Record<string, string> };
type Read = { values: Partial<Record<TableField, string>>; languages: string[]; faults: Fault[] };

/** What a row would become, complete enough to be submitted, or all that is wrong with it, by column. */
export function checkRow(
	cells: readonly string[],
	{ mapping, words, now }: { mapping: Mapping; words: KnownWords; now: Date },
): CheckedRow {
	const read = readCells(cells, mapping, words);
	const place = placeOf(read);
	const faults = [...read.faults, ...place.faults];
	// The form presupposes an answer here, a file must give one.
	if (!read.values.attendanceMode) faults.push({ field: "attendanceMode", key: "field.choose" });
	const typed = typedContent(read, place);
	const parsed = draftContent.safeParse(typed);
	if (!parsed.success) {
		for (const issue of parsed.error.issues)
			faults.push({ field: issue.path.join("."), key: messageKey(issue.message) });
	} else {
		const missing = checkComplete(asRevision(parsed.data), now);
		faults.push(...missingFaults(missing, faults));
	}
	const problems = problemsOf(faults, mapping);
	return { content: problems.length === 0 && parsed.success ? parsed.data : null, problems };
}

function readCells(cells: readonly string[], mapping: Mapping, words: KnownWords): Read {
	const { type, attendanceMode, country } = mapping.constants;
	const read: Read = { values: {}, languages: [], faults: [] };
	for (const [field, value] of Object.entries({ type, attendanceMode, country }))
		if (value !== null) read.values[field as "type"] = value;
	for (const [column, field] of mapping.columns.entries()) {
		const cell = cells[column] ?? "";
		if (field === null || cell.trim() === "") continue;
		if (textPart(field)) read.values[field] = cell;
		else readPlain(read, { field, cell: cell.trim(), words });
	}
	return read;
}

function readPlain(
	read: Read,
	{ field, cell, words }: { field: TableField; cell: string; words: KnownWords },
): void {
	if (field === "languages") {
		const result = readLanguages(cell, words);
		if ("key" in result) read.faults.push({ field, key: result.key });
		else read.languages = result.tags;
		return;
	}
	const result = readCell(field as "type", cell, words);
	if ("value" in result) read.values[field] = result.value;
	else {
		// The answer for all rows is not for a row that says something else, if something unreadable.
		delete read.values[field];
		read.faults.push({ field, key: result.key });
	}
}

type RowPlace = {
	city: City | null;
	country: string | null;
	zone: string | null;
	times: {
		startDate: string | null;
		startTime: string | null;
		endDate: string | null;
		endTime: string | null;
	};
	faults: Fault[];
};

function placeOf({ values }: Read): RowPlace {
	const country = values.country ?? null;
	const times = {
		startDate: values.startDate ?? null,
		startTime: values.startTime ?? null,
		endDate: values.endDate ?? null,
		endTime: values.endTime ?? null,
	};
	const named = values.cityName ? cityOfRow(values.cityName, country) : null;
	const faults = named && "key" in named ? [named] : [];
	const city = named && "city" in named ? named.city : null;
	const stated = values.timezone ?? "";
	const base = { city, country: country ?? city?.country ?? null };
	const zoned = zoneOrFault(stated, { ...base, times });
	if ("key" in zoned) return { ...base, zone: null, times, faults: [...faults, zoned] };
	return { ...base, ...zoned, faults };
}

function zoneOrFault(...[stated, place]: Parameters<typeof zoneOfRow>) {
	try {
		return zoneOfRow(stated, place);
	} catch {
		// A date or time that is none is reported by its own column.
		return { zone: place.city?.timezone ?? null, times: place.times };
	}
}

/** The form that a person would have filled in. */
function typedContent({ values, languages }: Read, place: RowPlace) {
	const texts: Record<string, Record<string, string>> = {};
	for (const [field, value] of Object.entries(values)) {
		const text = textPart(field as TableField);
		if (text && value) texts[text.tag] = { ...texts[text.tag], [text.part]: value };
	}
	const isAllDay = values.isAllDay === "yes";
	const plain = Object.fromEntries(
		Object.entries(values).filter(
			([field]) => !textPart(field as TableField) && field !== "isAllDay",
		),
	);
	return {
		...plain,
		...place.times,
		timing: isAllDay ? "all_day" : place.times.startTime === null ? "to_be_announced" : "timed",
		cityGeonameId: place.city?.id ?? null,
		cityName: place.city?.name ?? values.cityName ?? null,
		country: place.country,
		timezone: place.zone,
		languages,
		texts,
	};
}

function asRevision(content: DraftContent): RevisionContent {
	const isTimed = content.timing === "timed";
	return {
		...content,
		id: "",
		number: 1,
		version: 0,
		submittedAt: null,
		updatedAt: new Date(0),
		sourceUrl: null,
		sourceTitle: null,
		sourceNote: null,
		schedule: {
			datePrecision: "day",
			year: content.startDate === null ? null : yearOf(content.startDate),
			startDate: content.startDate,
			endDate: content.endDate,
			// Kept although all day or without a start: so the contradiction is seen.
			startTime: content.startTime,
			endTime: content.endTime,
			isAllDay: content.timing === "all_day",
			hasStartTime: isTimed,
			timezone: content.timezone ?? "",
			startDisambiguation: content.startDisambiguation,
			endDisambiguation: content.endDisambiguation,
		},
		texts: Object.entries(content.texts).map(([locale, text]) => ({
			locale,
			...text,
			statusReason: null,
			changedIn: 1,
		})),
		status: "scheduled",
		statusReason: null,
		coOrganisers: [],
		pictures: [],
	};
}

/** What only follows from another fault is not told as well. */
function missingFaults(missing: FieldErrors, faults: readonly Fault[]): Fault[] {
	const isFaulty = (...fields: string[]) => faults.some(({ field }) => fields.includes(field));
	const isWithoutPlace = "cityName" in missing || isFaulty("cityName", "country", "timezone");
	return Object.entries(missing)
		.filter(([field]) => field !== "timezone" || !isWithoutPlace)
		.filter(([field]) => field !== "endTime" || !isFaulty("startTime", "startDate"))
		.map(([field, key]) => ({ field, key }));
}

function messageKey(message: string): string {
	return /^[a-z]+\.[A-Za-z]+$/.test(message) ? message : "field.invalid";
}

/** The first of a field wins; "texts.en.title" is the column "title.en". */
function problemsOf(faults: readonly Fault[], mapping: Mapping): Problem[] {
	const problems = new Map<string, Problem>();
	for (const { field: path, ...fault } of faults) {
		const [first, tag, part] = path.split(".");
		const field = first === "texts" && tag && part ? `${part}.${tag}` : asColumn(path);
		const column = mapping.columns.indexOf(field as TableField);
		if (!problems.has(field))
			problems.set(field, { field, column: column < 0 ? null : column, ...fault });
	}
	return [...problems.values()];
}

function asColumn(field: string): string {
	if (field === "cityGeonameId") return "cityName";
	return field === "timing" ? "isAllDay" : (field.split(".")[0] ?? field);
}
