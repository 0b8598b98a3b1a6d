import { formatDay, formatTimeRange } from "@/lib/time/format";
import type { FeedEvent } from "./feed-event";

/** The programme in plain text, a line an item; where the event lasts several days, each day stands above its items. */
export function programmeLines({ programme, schedule, locale }: FeedEvent): string[] {
	const hasDays = schedule.endDate !== null && schedule.endDate !== schedule.startDate;
	return programme.flatMap((item, index) => {
		const isNewDay = hasDays && item.date !== programme[index - 1]?.date;
		const day = isNewDay && item.date !== null ? [formatDay(item.date, locale)] : [];
		return [...day, lineOf(item, locale)];
	});
}

function lineOf(item: FeedEvent["programme"][number], locale: string): string {
	const time = item.startTime && formatTimeRange(item.startTime, item.endTime, locale);
	const comma = locale === "ar" ? "، " : ", ";
	const speakers = item.speakers.map(({ name, role }) => [name, role].filter(Boolean).join(comma));
	const who = speakers.length > 0 ? `(${speakers.join(locale === "ar" ? "؛ " : "; ")})` : "";
	return [time, item.title, who].filter(Boolean).join(" ");
}
