import { z } from "zod";
import { db, type Prisma } from "@/lib/db/client";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { addDays, isDate } from "@/lib/time/wall-time";

const date = z.string().refine(isDate).optional().catch(undefined);

/** What of the audit is asked for, as it stands in an address; what cannot be read counts as absent. */
export const auditFilters = z.object({
	/** Address of whoever did it; "program" for what nobody did. */
	actor: z.string().trim().max(254).catch(""),
	/** Such as "event.approve", or "event" for all that begin so. */
	action: z
		.string()
		.regex(/^[a-z_]+(\.[a-z_]+)?$/)
		.optional()
		.catch(undefined),
	/** Id of what it was done to. */
	subject: z.string().trim().max(100).catch(""),
	/** First and last day, UTC. */
	from: date,
	to: date,
	/** Only what came before this entry. */
	before: z
		.string()
		.regex(/^\d{1,18}$/)
		.optional()
		.catch(undefined),
});
export type AuditFilters = z.infer<typeof auditFilters>;

const AT_ONCE = 100;
const EXPORTED_AT_ONCE = 1000;
/** Whoever reads a file of more than this wants the database itself. */
const MOST_EXPORTED = 200_000;

const entrySelect = {
	id: true,
	at: true,
	actorId: true,
	action: true,
	subjectType: true,
	subjectId: true,
	detail: true,
} satisfies Prisma.AuditEntrySelect;

/** One line of the audit, with who did it. */
export type AuditLine = Omit<Prisma.AuditEntryGetPayload<{ select: typeof entrySelect }>, "id"> & {
	/** Grows with time. */
	id: string;
	/** Null: the program, or somebody whose account is gone. */
	actor: { id: string; name: string | null; email: string } | null;
};

/**
 * The audit, the latest first; for admins.
 * @returns `nextBefore`: what `before` asks for the lines that follow
 * @throws DomainError unauthenticated, forbidden
 */
export async function listAudit(
	viewer: Viewer,
	filters: AuditFilters,
): Promise<{ items: AuditLine[]; nextBefore: string | null }> {
	requireCan(viewer, { action: "audit.read" });
	const lines = await readLines(filters, AT_ONCE + 1);
	const items = lines.slice(0, AT_ONCE);
	return { items, nextBefore: lines.length > AT_ONCE ? (items.at(-1)?.id ?? null) : null };
}

/** All lines under the filters, the latest first, to be written as they come. @throws DomainError as `listAudit` */
export async function* eachAuditLine(
	viewer: Viewer,
	filters: AuditFilters,
): AsyncGenerator<AuditLine, void, undefined> {
	requireCan(viewer, { action: "audit.read" });
	let before = filters.before;
	for (let count = 0; count < MOST_EXPORTED; count += EXPORTED_AT_ONCE) {
		const lines = await readLines({ ...filters, before }, EXPORTED_AT_ONCE);
		yield* lines;
		if (lines.length < EXPORTED_AT_ONCE) return;
		before = lines.at(-1)?.id;
	}
}

/** The kinds of deeds that the audit knows, in order. @throws DomainError as `listAudit` */
export async function listAuditActions(viewer: Viewer): Promise<string[]> {
	requireCan(viewer, { action: "audit.read" });
	// A loose index scan: the table may have millions of lines, and there are a hundred kinds.
	const rows = await db.$queryRaw<{ action: string }[]>`
		WITH RECURSIVE kinds AS (
			(SELECT "action" FROM "AuditEntry" ORDER BY "action" LIMIT 1)
			UNION ALL
			SELECT (SELECT a."action" FROM "AuditEntry" a WHERE a."action" > k."action" ORDER BY a."action" LIMIT 1)
			FROM kinds k WHERE k."action" IS NOT NULL)
		SELECT "action" FROM kinds WHERE "action" IS NOT NULL`;
	return rows.map(({ action }) => action);
}

async function readLines(filters: AuditFilters, take: number): Promise<AuditLine[]> {
	const rows = await db.auditEntry.findMany({
		where: await whereOf(filters),
		orderBy: { id: "desc" },
		take,
		select: entrySelect,
	});
	const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
	const people = await db.user.findMany({
		where: { id: { in: ids } },
		select: { id: true, name: true, email: true },
	});
	const byId = new Map(people.map((person) => [person.id, person]));
	return rows.map(({ id, ...row }) => ({
		...row,
		id: String(id),
		actor: byId.get(row.actorId ?? "") ?? null,
	}));
}

async function whereOf(filters: AuditFilters): Promise<Prisma.AuditEntryWhereInput> {
	const { actor, action, subject, from, to, before } = filters;
	return {
		AND: [
			actor ? await actorIs(actor) : {},
			action?.includes(".") ? { action } : {},
			action && !action.includes(".") ? { action: { startsWith: `${action}.` } } : {},
			subject ? { subjectId: subject } : {},
			from ? { at: { gte: new Date(`${from}T00:00:00Z`) } } : {},
			to ? { at: { lt: new Date(`${addDays(to, 1)}T00:00:00Z`) } } : {},
			before ? { id: { lt: BigInt(before) } } : {},
		],
	};
}

async function actorIs(email: string): Promise<Prisma.AuditEntryWhereInput> {
	if (email === "program") return { actorId: null };
	const person = await db.user.findUnique({ where: { email }, select: { id: true } });
	return person ? { actorId: person.id } : { id: { lt: 0n } };
}
