import type { Tx } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import type { EventStatus } from "@/lib/lifecycle/lifecycle";
import type { RevisionContent } from "./revision";

/** True for what does not take place as long as nothing else is said. */
export function isOff(status: EventStatus): boolean {
	return status === "cancelled" || status === "postponed";
}

/**
 * Whether a submission says that its event happens as announced: one whose day or start differs from what the public
 * reads is rescheduled, and a postponed one that has a new day is postponed no more. A start that is told for the first
 * time is no change. What is cancelled stays so until it is said to take place after all (`reinstateEvent`); what was put
 * back on another day than the one first announced is rescheduled again.
 */
export async function statusToSubmit(
	tx: Tx,
	eventId: string,
	{ status, schedule }: Pick<RevisionContent, "status" | "schedule">,
): Promise<EventStatus> {
	if (status === "cancelled") return status;
	const before = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { startDate: true, startTime: true, previousStartDate: true },
	});
	const day = fromDateColumn(before?.startDate ?? null);
	if (!before || day === null || schedule.startDate === null) return status;
	const isOtherDay = day !== schedule.startDate;
	const isOtherHour =
		before.startTime !== null &&
		schedule.startTime !== null &&
		before.startTime !== schedule.startTime;
	if (isOtherDay) return "rescheduled";
	const left = fromDateColumn(before.previousStartDate);
	if (status === "scheduled" && left !== null && left !== schedule.startDate) return "rescheduled";
	return isOtherHour && status !== "postponed" ? "rescheduled" : status;
}
