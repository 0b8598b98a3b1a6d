import { type Client, escapeIdentifier } from "pg";
import type { EventRows } from "./make-rows";

/** Parts of a revision, which may be written only before it is submitted. */
const PARTS = ["EventText", "Venue", "RevisionOrganiser"] as const;
/** After the submission, in the order in which they need each other. */
const DECIDED = [
	"CoOrganiser",
	"Decision",
	"PublishedEvent",
	"PublishedEventText",
	"PublishedOrganiser",
] as const;

/** Writes the rows of many events in one transaction, past none of the constraints and triggers. */
export async function insertRows(client: Client, events: readonly EventRows[]): Promise<void> {
	const rowsOf = (table: keyof EventRows) => events.flatMap((event) => [...event[table]]);
	await client.query("BEGIN");
	await insertRevisions(client, rowsOf("Event"), rowsOf("EventRevision"));
	for (const table of PARTS) await insert(client, table, rowsOf(table));
	const submitted = rowsOf("EventRevision").map((row) => ("id" in row ? row.id : null));
	await client.query(
		`UPDATE "EventRevision" r SET "submittedAt" = e."submittedAt" FROM "Event" e
		 WHERE e."id" = r."eventId" AND r."id" = ANY ($1::uuid[])`,
		[submitted],
	);
	for (const table of DECIDED) await insert(client, table, rowsOf(table));
	await client.query("COMMIT");
}

/** Event and revision name each other, so both come with one statement. */
async function insertRevisions(client: Client, events: object[], revisions: object[]) {
	await client.query(
		`WITH events AS (${insertion("Event", events, 1)}) ${insertion("EventRevision", revisions, 2)}`,
		[JSON.stringify(events), JSON.stringify(revisions)],
	);
}

async function insert(client: Client, table: string, rows: object[]): Promise<void> {
	if (rows.length === 0) return;
	await client.query(insertion(table, rows, 1), [JSON.stringify(rows)]);
}

function insertion(tableName: string, rows: readonly object[], parameter: number): string {
	const table = escapeIdentifier(tableName);
	const columns = Object.keys(rows[0] ?? {})
		.map((name) => escapeIdentifier(name))
		.join(", ");
	return `INSERT INTO ${table} (${columns})
		SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $${parameter}::json)`;
}
