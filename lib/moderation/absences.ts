import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { todayIn } from "@/lib/time/wall-time";
import type { AbsenceInput } from "./territory-schema";

/** So many one person can plan. */
const MOST = 20;

/**
 * Says on which days a reviewer does not look; their deputies are told of what waits meanwhile.
 * @throws DomainError unauthenticated, forbidden (no reviewer), invalid (it is over already), rate_limited (too many)
 */
export async function planAbsence(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: AbsenceInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "queue.read" });
	// Somewhere it may still be the day before.
	if (input.toDate < todayIn("Etc/GMT+12", now))
		throw new DomainError("invalid", { fields: { toDate: "field.over" } });
	const planned = await tx.absence.count({ where: { userId: viewer.id } });
	if (planned >= MOST) throw new DomainError("rate_limited");
	const { id } = await tx.absence.create({
		data: {
			userId: viewer.id,
			fromDate: toDateColumn(input.fromDate),
			toDate: toDateColumn(input.toDate),
			createdAt: now,
		},
		select: { id: true },
	});
	await note(tx, viewer, { action: "absence.planned", id, now });
}

/** Takes one's own absence back. @throws DomainError unauthenticated, forbidden (no reviewer), not_found */
export async function cancelAbsence(
	tx: Tx,
	viewer: Viewer,
	{ absenceId, now }: { absenceId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "queue.read" });
	const { count } = await tx.absence.deleteMany({
		where: { id: absenceId, userId: viewer.id },
	});
	if (count === 0) throw new DomainError("not_found");
	await note(tx, viewer, { action: "absence.cancelled", id: absenceId, now });
}

async function note(
	tx: Tx,
	reviewer: SignedInViewer,
	{ action, id, now }: { action: "absence.planned" | "absence.cancelled"; id: string; now: Date },
): Promise<void> {
	await audit(tx, {
		actorId: reviewer.id,
		action,
		subjectType: "user",
		subjectId: reviewer.id,
		detail: { absenceId: id },
		at: now,
	});
}
