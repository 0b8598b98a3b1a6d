import { isBlankItem, type ProgrammeItem } from "@/lib/calendar/programme";
import { instantOfItem } from "@/lib/calendar/programme-times";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { hasBidiControl } from "@/lib/text/plain";
import { deriveInstants, type Schedule } from "@/lib/time/schedule";
import { daysBetween } from "@/lib/time/wall-time";
import type { RevisionContent } from "./revision";
import { hasPrivateData } from "./speaker-lines";

/** What keeps a programme from being submitted, by field of the form (`programme.0.startTime`); lines left empty do not. */
export function checkProgramme({
	programme,
	schedule,
	texts,
}: Pick<RevisionContent, "programme" | "schedule" | "texts">): FieldErrors {
	const errors: FieldErrors = {};
	const locale = texts[0]?.locale ?? "en";
	const span = spanOf(schedule);
	for (const [index, item] of programme.entries()) {
		if (isBlankItem(item)) continue;
		const found = { ...checkWords(item, locale), ...checkTimes(item, schedule, span) };
		for (const [part, key] of Object.entries(found)) errors[`programme.${index}.${part}`] = key;
	}
	return errors;
}

function checkWords({ titles, speakers }: ProgrammeItem, locale: string): FieldErrors {
	const errors: FieldErrors = {};
	const written = Object.entries(titles).filter(([, title]) => title !== "");
	if (written.length === 0) errors[`titles.${locale}`] = "field.required";
	for (const [language, title] of written) {
		if (hasBidiControl(title)) errors[`titles.${language}`] = "field.bidiControl";
	}
	if (speakers.some(({ name, role }) => hasBidiControl(name + role)))
		errors.speakers = "field.bidiControl";
	else if (speakers.some(hasPrivateData)) errors.speakers = "programme.privateData";
	return errors;
}

type Span = { days: number; start: Date | null; end: Date | null };

/** Null while the event's own time is missing or wrong: that is said there. */
function spanOf(schedule: Schedule): Span | null {
	const { startDate, endDate, hasStartTime } = schedule;
	if (startDate === null || schedule.timezone === "") return null;
	try {
		const { startsAtUtc, endsAtUtc } = deriveInstants(schedule);
		const days = daysBetween(startDate, endDate ?? startDate) + 1;
		return { days, start: startsAtUtc, end: hasStartTime ? endsAtUtc : null };
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}

function checkTimes(item: ProgrammeItem, schedule: Schedule, span: Span | null): FieldErrors {
	if (item.startTime === null) return { startTime: "schedule.timeMissing" };
	if (item.endTime !== null && item.endTime <= item.startTime)
		return { endTime: "schedule.endBeforeStart" };
	if (span === null) return {};
	if (item.day > span.days) return { day: "programme.dayOutside" };
	const start = read(item, "startTime", schedule);
	if (typeof start === "string") return { startTime: start };
	const end = read(item, "endTime", schedule);
	if (typeof end === "string") return { endTime: end };
	if (start && span.start && start < span.start) return { startTime: "programme.beforeStart" };
	if (start && span.end && start >= span.end) return { startTime: "programme.afterEnd" };
	if (end && span.end && end > span.end) return { endTime: "programme.afterEnd" };
	return {};
}

/** The instant, or the key of what the clocks have against it. */
function read(
	item: ProgrammeItem,
	which: "startTime" | "endTime",
	schedule: Schedule,
): Date | string | null {
	try {
		return instantOfItem(item, which, schedule);
	} catch (error) {
		if (!(error instanceof DomainError)) throw error;
		return error.code === "skipped_time" ? "schedule.skippedTime" : "programme.ambiguousTime";
	}
}
