import { auditMany } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";

type Row = { id: string };

/**
 * To be called after a change of offices: what these people had taken on in countries that they review no more is free
 * again, submissions and cases of reports.
 */
export async function leaveLostWork(
	tx: Tx,
	actor: SignedInViewer,
	{ userIds, now }: { userIds: readonly string[]; now: Date },
): Promise<void> {
	if (userIds.length === 0) return;
	const events = await tx.$queryRaw<Row[]>`
		UPDATE "Event" e SET "assigneeId" = NULL FROM "User" u
		WHERE u."id" = e."assigneeId" AND u."id" = ANY(${userIds}::uuid[]) AND NOT u."isAdmin"
			AND NOT EXISTS (
				SELECT 1 FROM "Coordinator" c JOIN "TerritoryCountry" t ON t."territoryId" = c."territoryId"
				WHERE c."userId" = u."id" AND t."country" = e."country")
		RETURNING e."id"`;
	const cases = await tx.$queryRaw<Row[]>`
		UPDATE "ReportCase" r SET "assigneeId" = NULL FROM "User" u
		WHERE u."id" = r."assigneeId" AND u."id" = ANY(${userIds}::uuid[]) AND NOT u."isAdmin"
			AND r."closedAt" IS NULL AND NOT EXISTS (
				SELECT 1 FROM "Coordinator" c JOIN "TerritoryCountry" t ON t."territoryId" = c."territoryId"
				WHERE c."userId" = u."id" AND t."country" = COALESCE(
					(SELECT e."country" FROM "Event" e WHERE e."id" = r."eventId"),
					(SELECT o."country" FROM "Organisation" o WHERE o."id" = r."organisationId")))
		RETURNING r."id"`;
	await noteLeft(tx, { actorId: actor.id, events, cases, now });
}

/** Writes to the trail that these are free again. */
export async function noteLeft(
	tx: Tx,
	{
		actorId,
		events,
		cases,
		now,
	}: { actorId: string | null; events: readonly Row[]; cases: readonly Row[]; now: Date },
): Promise<void> {
	const freed = { actorId, detail: { assigneeId: null }, at: now };
	await auditMany(tx, [
		...events.map(({ id }) => ({
			...freed,
			action: "event.assigned" as const,
			subjectType: "event" as const,
			subjectId: id,
		})),
		...cases.map(({ id }) => ({
			...freed,
			action: "report_case.assigned" as const,
			subjectType: "report_case" as const,
			subjectId: id,
		})),
	]);
}
