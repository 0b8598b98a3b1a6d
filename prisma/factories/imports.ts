import { db, inTransaction } from "@/lib/db/client";
import { tableColumns } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import { createImport, mapImport } from "@/lib/imports/change-import";
import { checkImport } from "@/lib/imports/check-import";
import { readFile } from "@/lib/imports/read-file";
import { mappingSchema } from "@/lib/imports/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { csvLine } from "@/lib/text/csv";

/** When these imports happen. */
export const IMPORT_NOW = new Date("2026-12-01T10:00:00Z");

/** 5,000 rows are sent in within a second, but on a busy machine not within the 15 s that a person waits. */
const PATIENT = { maxWait: 20_000, timeout: 90_000 };

const COLUMNS = tableColumns(["en"]);
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** A row that may be submitted as it is: a ceremony in Berlin. */
export function goodRow(number = 1, more: Row = {}): Row {
	return {
		type: "Ceremony",
		"title.en": `Commemoration number ${number}`,
		"description.en": "Speeches and a minute of silence.",
		startDate: "2027-02-26",
		startTime: "18:00",
		attendanceMode: "In person",
		country: "Germany",
		cityName: "Berlin",
		venueName: "Hall",
		...more,
	};
}

/** The rows as a CSV file with the template's columns in English. */
export async function csvOf(rows: readonly Row[]): Promise<string> {
	const words = await tableWords("en");
	const lines = rows.map((row) => csvLine(COLUMNS.map((column) => row[column] ?? "")));
	return csvLine(COLUMNS.map(words.header)) + lines.join("");
}

/** Sends a file in for the organisation and has it checked with its columns as guessed, without a worker. */
export async function checkedImport(
	viewer: SignedInViewer,
	organisationId: string,
	text: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
	const table = await readFile(new Blob([text]));
	const { importId } = await db.$transaction(
		(tx) => createImport(tx, viewer, { organisationId, table, locale: "en", now: IMPORT_NOW }),
		PATIENT,
	);
	const { mapping } = await db.import.findUniqueOrThrow({
		where: { id: importId },
		select: { mapping: true },
	});
	const { columns, constants } = mappingSchema.parse(mapping);
	await inTransaction((tx) =>
		mapImport(tx, viewer, { importId, version: 0, columns, ...constants }),
	);
	await checkImport({ importId });
	return importId;
}

/** The import's present version, for the next press of a button. */
export async function versionOf(importId: string): Promise<number> {
	const { version } = await db.import.findUniqueOrThrow({
		where: { id: importId },
		select: { version: true },
	});
	return version;
}
