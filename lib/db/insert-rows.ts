import { Prisma, type Tx } from "./client";

type Table = "AuditEntry" | "Event" | "EventRevision" | "EventText" | "Venue" | "ImportRow";

/**
 * Adds many rows by one parameter, which costs a tenth of a parameter a value. All rows have the same columns; a column
 * that they do not name gets the table's default.
 */
export async function insertRows(
	tx: Tx,
	table: Table,
	rows: readonly Record<string, unknown>[],
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const columns = Prisma.raw(
		Object.keys(first)
			.map((name) => `"${name}"`)
			.join(", "),
	);
	const name = Prisma.raw(`"${table}"`);
	await tx.$executeRaw`
		INSERT INTO ${name} (${columns})
		SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`;
}
