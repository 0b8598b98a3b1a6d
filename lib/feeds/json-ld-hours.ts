import { hoursRows } from "@/lib/calendar/opening-hours";
import type { FeedEvent } from "./feed-event";
import type { JsonLd } from "./json-ld";

const DAYS = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The hours of the place while the event lasts; a day on which it is closed opens and closes at midnight. */
export function describeHours({ openingHours, schedule }: FeedEvent): JsonLd[] {
	return hoursRows(openingHours, schedule, "en").flatMap(({ weekdays, date, hours }) => {
		if (date === null && hours === null) return [];
		const first = date ?? schedule.startDate;
		const last = date ?? schedule.endDate;
		return {
			"@type": "OpeningHoursSpecification",
			...(date ? {} : { dayOfWeek: weekdays.map((day) => `https://schema.org/${DAYS[day]}`) }),
			opens: hours?.opens ?? "00:00",
			closes: hours?.closes ?? "00:00",
			...(first ? { validFrom: first } : {}),
			...(last ? { validThrough: last } : {}),
		};
	});
}
