import type { Published } from "./published";

type Moved = Pick<Published, "status" | "previousStartDate"> & {
	schedule: { startDate: string | null };
};

/** The day ("2027-02-25") that a rescheduled event left; null where nothing is known of it, or only its hour changed. */
export function movedFrom({ status, previousStartDate, schedule }: Moved): string | null {
	if (status !== "rescheduled" || previousStartDate === schedule.startDate) return null;
	return previousStartDate;
}
