import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { mappingSchema, type Problem, problemsSchema, SHUT_KEYS } from "./schema";

/** Rows of one page of the dry run. */
export const ROWS_A_PAGE = 50;

/** The imports of the viewer's organisations, latest first. */
export async function listMyImports(viewer: Viewer) {
	if (viewer.kind === "anonymous") return [];
	return db.import.findMany({
		where: { organisationId: { in: viewer.memberships.map((m) => m.organisationId) } },
		orderBy: { createdAt: "desc" },
		take: 20,
		select: {
			id: true,
			state: true,
			format: true,
			rowCount: true,
			createdAt: true,
			organisation: { select: { name: true } },
		},
	});
}

/**
 * An import of one of the viewer's organisations.
 * @throws DomainError not_found for anybody else
 */
export async function getMyImport(viewer: Viewer, importId: string) {
	const found = await db.import.findUnique({
		where: { id: importId },
		select: {
			id: true,
			organisationId: true,
			format: true,
			state: true,
			version: true,
			headers: true,
			mapping: true,
			asDrafts: true,
			rowCount: true,
			progress: true,
			problemCount: true,
			returned: true,
			organisation: { select: { name: true, country: true } },
		},
	});
	if (!found || !can(viewer, { action: "events.import", organisationId: found.organisationId }))
		throw new DomainError("not_found");
	const [leftOutCount, shutCount] = await Promise.all([
		db.importRow.count({ where: { importId, isLeftOut: true } }),
		countShutRows(db, importId),
	]);
	return { ...found, mapping: mappingSchema.parse(found.mapping), leftOutCount, shutCount };
}
export type MyImport = Awaited<ReturnType<typeof getMyImport>>;

/** How many rows that are not left out may become drafts only, since the window of their season was shut. */
export async function countShutRows(tx: Pick<Tx, "importRow">, importId: string): Promise<number> {
	const isShut = Object.values(SHUT_KEYS).map((key) => ({
		problems: { array_contains: [{ key }] },
	}));
	return tx.importRow.count({ where: { importId, isLeftOut: false, OR: isShut } });
}

export type ImportRowView = {
	number: number;
	cells: string[];
	problems: Problem[];
	isLeftOut: boolean;
	eventId: string | null;
};

/** Rows of an import that the caller may read, by number: all, only those with problems, or only those left out. */
export async function listRows(
	importId: string,
	{
		show,
		after = 0,
		limit = ROWS_A_PAGE,
	}: { show: "all" | "problems" | "left_out"; after?: number; limit?: number },
): Promise<{ rows: ImportRowView[]; hasMore: boolean }> {
	const where = {
		all: {},
		problems: { isLeftOut: false, NOT: [{ problems: { equals: [] } }] },
		left_out: { isLeftOut: true },
	}[show];
	const found = await db.importRow.findMany({
		where: { importId, number: { gt: after }, ...where },
		orderBy: { number: "asc" },
		take: limit + 1,
		select: { number: true, cells: true, problems: true, isLeftOut: true, eventId: true },
	});
	const rows = found.slice(0, limit).map((row) => ({
		...row,
		problems: problemsSchema.parse(row.problems ?? []),
	}));
	return { rows, hasMore: found.length > limit };
}

/** One row; null when there is none of this number. */
export async function findRow(importId: string, number: number): Promise<ImportRowView | null> {
	const { rows } = await listRows(importId, { show: "all", after: number - 1, limit: 1 });
	return rows.find((row) => row.number === number) ?? null;
}
