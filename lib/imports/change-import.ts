import { audit } from "@/lib/audit/audit";
import type { Prisma, Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { DomainError } from "@/lib/errors";
import { knownWords } from "@/lib/events/table-words";
import { enqueue } from "@/lib/jobs/queue";
import { can, requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { guessMapping } from "./guess-mapping";
import { countShutRows } from "./queries";
import { type FileTable, type Mapping, type MappingInput, mappingSchema } from "./schema";

const AT_ONCE = 500;

/**
 * Keeps a file's table for an organisation, its columns guessed; nothing becomes an event yet.
 * @throws DomainError unauthenticated, forbidden (not a member)
 */
export async function createImport(
	tx: Tx,
	viewer: Viewer,
	{
		organisationId,
		table,
		locale,
		now,
	}: { organisationId: string; table: FileTable; locale: string; now: Date },
): Promise<{ importId: string }> {
	requireCan(viewer, { action: "events.import", organisationId });
	const mapping = guessMapping(table, { words: await knownWords(), locale });
	const { id } = await tx.import.create({
		data: {
			organisationId,
			createdById: viewer.id,
			format: table.format,
			headers: table.headers,
			mapping: mapping satisfies Prisma.InputJsonValue,
			rowCount: table.rows.length,
		},
		select: { id: true },
	});
	for (let from = 0; from < table.rows.length; from += AT_ONCE) {
		const rows = table.rows.slice(from, from + AT_ONCE);
		await insertRows(
			tx,
			"ImportRow",
			rows.map((row) => ({ importId: id, ...row })),
		);
	}
	await audit(tx, {
		actorId: viewer.id,
		action: "import.uploaded",
		subjectType: "import",
		subjectId: id,
		detail: { organisationId, format: table.format, rows: table.rows.length },
		at: now,
	});
	return { importId: id };
}

/**
 * Says what the columns are and has all rows checked.
 * @throws DomainError not_found, conflict, illegal_transition; invalid with `columns.1` where two columns are the same
 */
export async function mapImport(
	tx: Tx,
	viewer: Viewer,
	{ importId, version, columns, ...constants }: MappingInput,
): Promise<void> {
	const found = await lockImport(tx, viewer, { importId, version });
	requireState(found.state, ["mapping", "checked"]);
	if (columns.length !== found.headers.length) throw new DomainError("invalid");
	const twice = columns.findIndex((field, index) => field && columns.indexOf(field) < index);
	if (twice >= 0) {
		throw new DomainError("invalid", { fields: { [`columns.${twice}`]: "imports.columnTwice" } });
	}
	await startCheck(tx, importId, { mapping: mappingSchema.parse({ columns, constants }) });
}

/** Goes back to the question what the columns are. @throws DomainError not_found, conflict, illegal_transition */
export async function reopenMapping(tx: Tx, viewer: Viewer, input: Versioned): Promise<void> {
	const found = await lockImport(tx, viewer, input);
	requireState(found.state, ["checked"]);
	await tx.import.update({
		where: { id: input.importId },
		data: { state: "mapping", version: { increment: 1 } },
		select: { id: true },
	});
}

/**
 * Leaves every row with a problem out, or the one of `number`; a row left out can be taken in again.
 * @throws DomainError not_found, conflict, illegal_transition
 */
export async function leaveOut(
	tx: Tx,
	viewer: Viewer,
	{ number, isLeftOut, ...input }: Versioned & { number: number | null; isLeftOut: boolean },
): Promise<void> {
	const { importId } = input;
	const found = await lockImport(tx, viewer, input);
	requireState(found.state, ["checked"]);
	if (number === null) {
		await tx.$executeRaw`
			UPDATE "ImportRow" SET "isLeftOut" = true
			WHERE "importId" = ${importId}::uuid AND jsonb_array_length("problems") > 0`;
	} else {
		await tx.importRow.updateMany({ where: { importId, number }, data: { isLeftOut } });
	}
	// A row whose twin is left out is no duplicate any more: all are looked at again.
	await startCheck(tx, importId);
}

/**
 * Replaces what the cells of a row say and has all rows checked.
 * @throws DomainError not_found, conflict, illegal_transition
 */
export async function mendRow(
	tx: Tx,
	viewer: Viewer,
	{ number, cells, ...input }: Versioned & { number: number; cells: readonly string[] },
): Promise<void> {
	const { importId } = input;
	const found = await lockImport(tx, viewer, input);
	requireState(found.state, ["checked"]);
	if (cells.length !== found.headers.length) throw new DomainError("invalid");
	const { count } = await tx.importRow.updateMany({
		where: { importId, number },
		data: { cells: [...cells], isLeftOut: false },
	});
	if (count === 0) throw new DomainError("not_found");
	await startCheck(tx, importId);
}

/**
 * Has the rows become events, once none has a problem that is not left out.
 * @throws DomainError not_found, conflict, illegal_transition; season_closed (one may only become a draft)
 */
export async function startImport(
	tx: Tx,
	viewer: Viewer,
	{ asDrafts, ...input }: Versioned & { asDrafts: boolean },
): Promise<void> {
	const { importId } = input;
	const found = await lockImport(tx, viewer, input);
	requireState(found.state, ["checked"]);
	const rows = await tx.importRow.count({ where: { importId, isLeftOut: false } });
	if (found.problemCount !== 0 || rows === 0) throw new DomainError("illegal_transition");
	if (!asDrafts && (await countShutRows(tx, importId)) > 0) throw new DomainError("season_closed");
	await tx.import.update({
		where: { id: importId },
		data: {
			state: "importing",
			asDrafts,
			progress: 0,
			returned: null,
			version: { increment: 1 },
			// Whoever presses the button is who submits.
			createdById: found.actorId,
		},
		select: { id: true },
	});
	await enqueue(tx, "imports.run", { importId }, { jobKey: `imports.run:${importId}` });
}

/** Throws an import away that has not become events. @throws DomainError not_found, conflict, illegal_transition */
export async function deleteImport(tx: Tx, viewer: Viewer, input: Versioned): Promise<void> {
	const found = await lockImport(tx, viewer, input);
	requireState(found.state, ["mapping", "checked"]);
	await tx.import.delete({ where: { id: input.importId }, select: { id: true } });
}

type Versioned = { importId: string; version: number };

async function lockImport(tx: Tx, viewer: Viewer, { importId, version }: Versioned) {
	await tx.$queryRaw`SELECT "id" FROM "Import" WHERE "id" = ${importId}::uuid FOR UPDATE`;
	const found = await tx.import.findUnique({
		where: { id: importId },
		select: {
			organisationId: true,
			state: true,
			version: true,
			headers: true,
			problemCount: true,
		},
	});
	if (
		viewer.kind !== "user" ||
		!found ||
		!can(viewer, { action: "events.import", organisationId: found.organisationId })
	)
		throw new DomainError("not_found");
	if (found.version !== version) throw new DomainError("conflict");
	return { ...found, actorId: viewer.id };
}

function requireState<State extends string>(state: State, allowed: readonly State[]): void {
	if (!allowed.includes(state)) throw new DomainError("illegal_transition");
}

async function startCheck(
	tx: Tx,
	importId: string,
	data: { mapping?: Mapping } = {},
): Promise<void> {
	await tx.import.update({
		where: { id: importId },
		data: { ...data, state: "checking", progress: 0, returned: null, version: { increment: 1 } },
		select: { id: true },
	});
	await enqueue(tx, "imports.check", { importId }, { jobKey: `imports.check:${importId}` });
}
