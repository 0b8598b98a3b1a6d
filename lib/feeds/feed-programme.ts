import { type ProgrammeItem, titlesOf, writtenProgramme } from "@/lib/calendar/programme";
import { dateOfItem, publicInstantOfItem } from "@/lib/calendar/programme-times";
import { bestText } from "@/lib/text/languages";
import type { Schedule } from "@/lib/time/schedule";
import type { FeedEvent } from "./feed-event";

/** A programme as feeds write it for readers of `locale`. */
export function toFeedProgramme(
	programme: readonly ProgrammeItem[],
	schedule: Schedule,
	locale: string,
): FeedEvent["programme"] {
	return writtenProgramme(programme).map((item) => ({
		date: dateOfItem(item, schedule),
		startTime: item.startTime,
		endTime: item.endTime,
		startsAtUtc: publicInstantOfItem(item, "startTime", schedule),
		endsAtUtc: publicInstantOfItem(item, "endTime", schedule),
		title: bestText(titlesOf(item), locale)?.text.title ?? "",
		speakers: item.speakers,
	}));
}
