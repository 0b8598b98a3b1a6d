import { addDays, toInstant } from "./wall-time";

/** When people read their mail. */
const MORNING = "09:00";

/** Nine o'clock in `zone` on the day after `date` ("YYYY-MM-DD"). */
export function morningAfter(date: string, zone: string): Date {
	// Clocks change at night; where they ever did so at nine, the earlier moment would do.
	return toInstant({
		date: addDays(date, 1),
		time: MORNING,
		zone,
		disambiguation: "earlier",
	});
}
