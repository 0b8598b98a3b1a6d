import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { ATTENDANCE_MODES } from "@/lib/events/schema";
import { allTableFields, type TableField } from "@/lib/events/table-fields";
import { isCountry } from "@/lib/places/countries";
import { countInput } from "@/lib/text/number-input";

export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 5000;
export const MAX_COLUMNS = 100;
export const MAX_CELL_LENGTH = 20_000;

/** A file's table: its headers, and the rows that are not empty, as the file numbers them (headers are row 1). */
export type FileTable = {
	format: "csv" | "xlsx" | "ics";
	headers: string[];
	rows: { number: number; cells: string[] }[];
};

const fields: ReadonlySet<string> = new Set(allTableFields());
const tableField = z.custom<TableField>((value) => typeof value === "string" && fields.has(value));

/** An answer that holds for each row that does not give one itself. */
const constants = z.strictObject({
	type: z.enum(EVENT_TYPES).nullable(),
	attendanceMode: z.enum(ATTENDANCE_MODES).nullable(),
	country: z.string().refine(isCountry).nullable(),
});

/** What the columns are, one by one (null: left aside), and what holds for all rows. */
export const mappingSchema = z.strictObject({
	columns: z.array(tableField.nullable()).max(MAX_COLUMNS),
	constants,
});
export type Mapping = z.infer<typeof mappingSchema>;

/** What is wrong with a row: the field, its column (from 0; null where the file has none for it), a message key under `errors`. */
export const problemSchema = z.strictObject({
	field: z.string(),
	column: z.number().nullable(),
	key: z.string(),
	values: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
export const problemsSchema = z.array(problemSchema);

/** The problems of a row that can be kept as a draft but not be handed in: the window of its season is shut. */
export const SHUT_KEYS = { before: "season.notYet", after: "season.over" } as const;

export function isShutKey(key: string): boolean {
	return key === SHUT_KEYS.before || key === SHUT_KEYS.after;
}

export const importVersionInput = z.strictObject({
	importId: z.uuid(),
	version: countInput("field.number"),
});

function emptyIsNull<T extends z.ZodType>(schema: T) {
	return z.preprocess((value) => (value === "" ? null : value), schema.nullable()).default(null);
}

/** The form that names the columns: `columns[0]` is what the first one is, "" for none. */
export const mappingInput = importVersionInput.extend({
	columns: z
		.array(
			emptyIsNull(
				z.custom<TableField>(
					(value) => typeof value === "string" && fields.has(value),
					"field.choose",
				),
			),
		)
		.max(MAX_COLUMNS, "field.tooMany"),
	type: emptyIsNull(z.enum(EVENT_TYPES, "field.choose")),
	attendanceMode: emptyIsNull(z.enum(ATTENDANCE_MODES, "field.choose")),
	country: emptyIsNull(z.string().refine(isCountry, "field.choose")),
});
export type MappingInput = z.infer<typeof mappingInput>;
