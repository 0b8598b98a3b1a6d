import { type Hours, hasSeveralDays } from "@/lib/calendar/opening-hours";
import type { FieldErrors } from "@/lib/errors";
import type { RevisionContent } from "./revision";

/** What keeps opening hours from being submitted, by field of the form; those of an event of one day are left out anyway. */
export function checkHours({
	openingHours: { week, dates },
	schedule,
}: Pick<RevisionContent, "openingHours" | "schedule">): FieldErrors {
	if (!hasSeveralDays(schedule)) return {};
	const errors: FieldErrors = {};
	for (const [weekday, day] of Object.entries(week)) {
		Object.assign(errors, checkDay(`openingHours.week.${weekday}`, day));
	}
	const seen = new Set<string>();
	for (const [index, { date, ...day }] of dates.entries()) {
		const name = `openingHours.dates.${index}`;
		Object.assign(errors, checkDay(name, day));
		if (date === null) {
			if (day.opens !== null || day.closes !== null) errors[`${name}.date`] = "field.required";
			continue;
		}
		const { startDate, endDate } = schedule;
		if (seen.has(date)) errors[`${name}.date`] = "hours.dateTwice";
		else if (date < (startDate ?? "") || date > (endDate ?? "")) {
			errors[`${name}.date`] = "hours.dateOutside";
		}
		seen.add(date);
	}
	return errors;
}

function checkDay(name: string, { opens, closes }: Hours): FieldErrors {
	if (opens === null && closes === null) return {};
	if (opens === null) return { [`${name}.opens`]: "hours.bothNeeded" };
	if (closes === null) return { [`${name}.closes`]: "hours.bothNeeded" };
	return closes <= opens ? { [`${name}.closes`]: "schedule.endBeforeStart" } : {};
}
