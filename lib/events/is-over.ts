import type { DatePrecision } from "@/lib/time/schedule";

/** Whether a public event is over; one of which only the year is known is, once the year is, and one of no known year always. */
export function isOver(
	{
		datePrecision,
		liveUntilUtc,
		sortAt,
	}: { datePrecision: DatePrecision; liveUntilUtc: Date | null; sortAt: Date },
	now: Date,
): boolean {
	if (datePrecision === "unknown") return true;
	return (liveUntilUtc ?? sortAt) < now;
}
