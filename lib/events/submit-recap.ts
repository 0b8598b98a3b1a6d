import { recapContent } from "@/lib/calendar/recap-content";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";
import { transitionRecap } from "./transition-recap";

/**
 * Hands the draft of a recap to the reviewers of the event's country; from then on that version cannot change.
 * @throws DomainError as `transitionRecap` does; invalid (it says nothing)
 */
export async function submitRecap(
	tx: Tx,
	viewer: Viewer,
	{ eventId, recapVersion, now }: { eventId: string; recapVersion: number; now: Date },
): Promise<{ version: number }> {
	const { before, version } = await transitionRecap(tx, viewer, {
		eventId,
		action: "submit",
		expectedVersion: recapVersion,
		now,
	});
	if (before.latestId === null) throw new DomainError("illegal_transition");
	await requireSomething(tx, before.latestId);
	await tx.recapVersion.update({
		where: { id: before.latestId },
		data: { submittedAt: now },
		select: { id: true },
	});
	await tx.recap.update({
		where: { eventId },
		data: { submittedAt: now },
		select: { eventId: true },
	});
	return { version };
}

async function requireSomething(tx: Tx, versionId: string): Promise<void> {
	const { attendanceMin, content, _count } = await tx.recapVersion.findUniqueOrThrow({
		where: { id: versionId },
		select: { attendanceMin: true, content: true, _count: { select: { pictures: true } } },
	});
	const lists = Object.values(recapContent.parse(content));
	if (attendanceMin !== null || _count.pictures > 0 || lists.some((list) => list.length > 0))
		return;
	throw new DomainError("invalid", { fields: { attendanceMin: "recap.empty" } });
}
