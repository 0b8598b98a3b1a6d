import { db } from "@/lib/db/client";
import type { TableField } from "@/lib/events/table-fields";
import type { Mapping, Problem } from "@/lib/imports/schema";
import type { MadeOrganisation } from "./organisations";

/** Of a planted import, in their order. */
export const IMPORT_COLUMNS = [
	"title.en",
	"type",
	"startDate",
	"startTime",
	"cityName",
	"country",
] as const;
const HEADERS = ["Title", "Kind", "Day", "Begins", "City", "Country"];
/** A row of it without a problem. */
export const GOOD_CELLS = ["Commemoration", "Ceremony", "2027-02-26", "18:00", "Berlin", "Germany"];

/**
 * An import as the database has it, its columns to be named, or checked with one good row and two that are not. The
 * end-to-end tests cannot read a file themselves: the words of its columns are JSON that only the app's build knows.
 */
export async function plantImport(
	{ id: organisationId, owner }: MadeOrganisation,
	state: "mapping" | "checked",
): Promise<string> {
	const columns: TableField[] = [...IMPORT_COLUMNS];
	const constants = { type: null, attendanceMode: "in_person", country: null } as const;
	const mapping: Mapping = { columns, constants };
	const rows = [
		{ cells: GOOD_CELLS, problems: [] },
		{
			cells: ["Exhibition of photographs", "Picnic", "2027-02-26", "25:61", "Nowhere", "Germany"],
			problems: [
				problem("type", "field.choose"),
				problem("startTime", "field.time"),
				problem("cityName", "places.unknownCity"),
			],
		},
		{ cells: ["", ...GOOD_CELLS.slice(1)], problems: [problem("title.en", "field.required")] },
	];
	const { id } = await db.import.create({
		data: {
			organisationId,
			createdById: owner.id,
			format: "csv",
			state,
			headers: HEADERS,
			mapping,
			rowCount: rows.length,
			problemCount: state === "checked" ? 2 : null,
			rows: {
				create: rows.map(({ cells, problems }, index) => ({
					number: index + 2,
					cells,
					...(state === "checked" ? { problems } : {}),
				})),
			},
		},
		select: { id: true },
	});
	return id;
}

function problem(field: (typeof IMPORT_COLUMNS)[number], key: string): Problem {
	return { field, column: IMPORT_COLUMNS.indexOf(field), key };
}
