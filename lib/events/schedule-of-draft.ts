import type { Schedule } from "@/lib/time/schedule";
import { yearOf } from "@/lib/time/wall-time";
import type { DraftContent } from "./schema";

type Typed = Pick<
	DraftContent,
	| "timing"
	| "startDate"
	| "endDate"
	| "startTime"
	| "endTime"
	| "startDisambiguation"
	| "endDisambiguation"
>;

/** When an event happens by what stands in its form; without a start it is taken to be announced. */
export function scheduleOfDraft(typed: Typed, timezone: string | null): Schedule {
	const startTime = typed.timing === "timed" ? typed.startTime : null;
	return {
		datePrecision: "day",
		year: typed.startDate === null ? null : yearOf(typed.startDate),
		startDate: typed.startDate,
		endDate: typed.endDate,
		startTime,
		endTime: startTime === null ? null : typed.endTime,
		isAllDay: typed.timing === "all_day",
		hasStartTime: startTime !== null,
		timezone: timezone ?? "",
		startDisambiguation: typed.startDisambiguation,
		endDisambiguation: typed.endDisambiguation,
	};
}
