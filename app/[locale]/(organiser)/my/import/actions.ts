"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import {
	createImport,
	deleteImport,
	leaveOut,
	mapImport,
	mendRow,
	reopenMapping,
	startImport,
} from "@/lib/imports/change-import";
import { readFile } from "@/lib/imports/read-file";
import {
	importVersionInput,
	MAX_CELL_LENGTH,
	MAX_COLUMNS,
	mappingInput,
} from "@/lib/imports/schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";
import { countInput } from "@/lib/text/number-input";

const inLanguage = { locale: z.enum(LOCALES) };
const rowNumber = countInput("field.number").pipe(z.number().max(1_000_000));

/** Reads a file and keeps its rows; the next page asks what the columns are. */
export const sendFile = defineAction({
	name: "imports.upload",
	input: z.strictObject({
		...inLanguage,
		organisationId: z.uuid("field.choose"),
		file: z.file("field.required"),
	}),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "events.import", organisationId }),
	limit: { points: 20, seconds: 600 },
	idempotent: true,
	prepare: ({ input }) => readFile(input.file),
	run: ({ viewer, input: { organisationId, locale }, prepared: table, tx, now }) =>
		createImport(tx, viewer, { organisationId, table, locale, now }),
	redirectTo: ({ importId }, { locale }) => `/${locale}/my/import/${importId}`,
});

/** Says what the columns are; all rows are checked next. */
export const nameColumns = defineAction({
	name: "imports.map",
	input: mappingInput.extend(inLanguage),
	run: ({ viewer, input: { locale: _, ...input }, tx }) => mapImport(tx, viewer, input),
	redirectTo: (_result, input) => pageOf(input),
});

/** Asks again what the columns are. */
export const changeColumns = defineAction({
	name: "imports.reopen",
	input: importVersionInput.extend(inLanguage),
	run: ({ viewer, input: { locale: _, ...input }, tx }) => reopenMapping(tx, viewer, input),
	redirectTo: (_result, input) => pageOf(input),
});

/** Leaves rows out: those with problems, or one; or takes one in again. */
export const leaveRowsOut = defineAction({
	name: "imports.leave_out",
	input: importVersionInput.extend({
		...inLanguage,
		number: rowNumber.nullable().default(null),
		isLeftOut: z.enum(["yes", "no"]),
	}),
	run: ({ viewer, input: { locale: _, isLeftOut, ...input }, tx }) =>
		leaveOut(tx, viewer, { ...input, isLeftOut: isLeftOut === "yes" }),
	redirectTo: (_result, input) => pageOf(input),
});

/** Replaces the cells of a row. */
export const saveRow = defineAction({
	name: "imports.mend",
	input: importVersionInput.extend({
		...inLanguage,
		number: rowNumber,
		cells: z.array(z.string().max(MAX_CELL_LENGTH, "field.tooLong")).max(MAX_COLUMNS),
	}),
	run: ({ viewer, input: { locale: _, ...input }, tx }) => mendRow(tx, viewer, input),
	redirectTo: (_result, input) => pageOf(input),
});

/** Has all good rows become events. */
export const importRows = defineAction({
	name: "imports.run",
	input: importVersionInput.extend({ ...inLanguage, as: z.enum(["submissions", "drafts"]) }),
	run: ({ viewer, input: { locale: _, as, ...input }, tx }) =>
		startImport(tx, viewer, { ...input, asDrafts: as === "drafts" }),
	redirectTo: (_result, input) => pageOf(input),
});

/** Throws the import away. */
export const removeImport = defineAction({
	name: "imports.delete",
	input: importVersionInput.extend(inLanguage),
	run: ({ viewer, input: { locale: _, ...input }, tx }) => deleteImport(tx, viewer, input),
	redirectTo: (_result, { locale }) => `/${locale}/my/import`,
});

function pageOf({ locale, importId }: { locale: string; importId: string }): string {
	return `/${locale}/my/import/${importId}`;
}
