import { hoursLines } from "@/lib/calendar/opening-hours";
import { countryName } from "@/lib/places/countries";
import { directionOf } from "@/lib/text/languages";
import { renderMarkdown } from "@/lib/text/markdown";
import { formatDayRange, formatTimeRange } from "@/lib/time/format";
import { timingOf } from "@/lib/time/schedule";
import { offsetLabel } from "@/lib/time/zones";
import { type FeedEvent, type FeedWords, noteLines } from "./feed-event";
import { programmeLines } from "./programme-lines";

/** An event as feed readers show it: one line of plain text, and the whole as safe HTML. */
export type Entry = { title: string; summary: string; html: string };

/** What RSS and JSON Feed say of an event, in words; for readers who see nothing but this. */
export function writeEntry(event: FeedEvent, words: FeedWords, now: Date): Entry {
	const facts = [whenLine(event, words), whereLine(event, words), event.organiserName].filter(
		Boolean,
	);
	const notes = noteLines(event, words.notes, now);
	return {
		title: oneLine(event.title),
		summary: [...facts, ...notes].map(oneLine).join(" · "),
		html: [
			block(
				event.locale,
				[...facts, ...notes].map((fact) => `<p>${escapeHtml(oneLine(fact))}</p>`),
			),
			block(event.language, [renderMarkdown(event.descriptionMarkdown)]),
			writeHours(event, words),
			writeProgramme(event, words),
		].join(""),
	};
}

function writeHours({ openingHours, schedule, locale }: FeedEvent, words: FeedWords): string {
	const lines = hoursLines(openingHours, schedule, { locale, closed: words.closed });
	return writeList(words.openingHours, lines, locale);
}

function writeProgramme(event: FeedEvent, words: FeedWords): string {
	return writeList(words.programme, programmeLines(event), event.locale);
}

function writeList(title: string, lines: readonly string[], locale: string): string {
	if (lines.length === 0) return "";
	const items = lines.map((line) => `<li>${escapeHtml(oneLine(line))}</li>`).join("");
	return block(locale, [`<p>${escapeHtml(title)}</p><ul>${items}</ul>`]);
}

/** Without the signs that reorder what a reader's program shows around it (U+202E and its like). */
function oneLine(text: string): string {
	return text
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

function whenLine({ schedule, startsAtUtc, locale }: FeedEvent, words: FeedWords): string {
	const timing = timingOf(schedule);
	if (timing === "undated" || schedule.startDate === null) {
		return schedule.year ? words.dateNotKnownIn(schedule.year) : words.dateNotKnown;
	}
	const days = formatDayRange(schedule.startDate, schedule.endDate, locale);
	if (timing !== "timed" || schedule.startTime === null || startsAtUtc === null) return days;
	const hours = formatTimeRange(schedule.startTime, schedule.endTime, locale);
	return `${days}${locale === "ar" ? "،" : ","} ${hours} (${offsetLabel(startsAtUtc, schedule.timezone)})`;
}

function whereLine(event: FeedEvent, words: FeedWords): string {
	const { attendanceMode, venueName, cityName, country, locale } = event;
	if (attendanceMode === "online") return words.online;
	const place = [venueName, cityName, countryName(country, locale)].filter(Boolean).join(", ");
	return attendanceMode === "mixed" ? `${place}; ${words.online}` : place;
}

function block(language: string, parts: readonly string[]): string {
	const content = parts.join("");
	if (content === "") return "";
	return `<div lang="${escapeHtml(language)}" dir="${directionOf(language)}">${content}</div>`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
