import { DomainError } from "@/lib/errors";
import type { Schedule } from "@/lib/time/schedule";
import { addDays, type Disambiguation, toInstant } from "@/lib/time/wall-time";
import type { ProgrammeItem } from "./programme";

/** "YYYY-MM-DD" of an item; null where the event's day is not known. */
export function dateOfItem(item: Pick<ProgrammeItem, "day">, schedule: Schedule): string | null {
	return schedule.startDate === null ? null : addDays(schedule.startDate, item.day - 1);
}

/**
 * The instant of an item's start or end; null where the event has no day or the item no such time.
 * Of a time that happens twice the event's own answer counts, where the event begins or ends then.
 * @throws DomainError skipped_time, ambiguous_time; invalid (no zone)
 */
export function instantOfItem(
	item: ProgrammeItem,
	which: "startTime" | "endTime",
	schedule: Schedule,
): Date | null {
	const date = dateOfItem(item, schedule);
	const time = item[which];
	if (date === null || time === null) return null;
	return toInstant({
		date,
		time,
		zone: schedule.timezone,
		disambiguation: saidOf(`${date} ${time}`, schedule),
	});
}

/** As `instantOfItem`, for what is public: null where the clocks were changed by law after it was checked. */
export function publicInstantOfItem(
	...[item, which, schedule]: Parameters<typeof instantOfItem>
): Date | null {
	try {
		return instantOfItem(item, which, schedule);
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}

function saidOf(moment: string, schedule: Schedule): Disambiguation {
	const { startDate, endDate, startTime, endTime } = schedule;
	if (moment === `${startDate} ${startTime}`) return schedule.startDisambiguation;
	if (moment === `${endDate ?? startDate} ${endTime}`) return schedule.endDisambiguation;
	return null;
}
