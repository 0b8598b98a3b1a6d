import { eventPath, localCityName } from "@/lib/calendar/event-view";
import { DomainError } from "@/lib/errors";
import type { OwnEvent } from "@/lib/events/own-events";
import { bestText } from "@/lib/text/languages";
import { markdownToText } from "@/lib/text/markdown";
import { deriveInstants, liveUntil } from "@/lib/time/schedule";
import type { FeedEvent } from "./feed-event";

/**
 * An event of one's own, public or not, as an iCalendar file says it; null while its time cannot be told.
 * @param stateWord what an event that is not public says of itself before its description.
 */
export function toOwnFeedEvent(
	event: OwnEvent,
	{
		locale,
		origin,
		organiserName,
		stateWord,
	}: { locale: string; origin: string; organiserName: string; stateWord: string },
): FeedEvent | null {
	const { content, published } = event;
	const times = timesOf(event);
	if (!times) return null;
	const text = bestText(content.texts, locale)?.text;
	const plain = markdownToText(text?.description ?? "");
	const path = published ? eventPath(published) : `/my/events/${event.id}`;
	return {
		id: event.id,
		url: `${origin}/${locale}${path}`,
		uid: published?.uid ?? `${event.id}@february-26`,
		sequence: published?.sequence ?? 0,
		season: published?.season ?? null,
		type: content.type ?? "other",
		typesAlso: [],
		status: "scheduled",
		statusReason: null,
		attendanceMode: content.attendanceMode,
		schedule: content.schedule,
		...times,
		title: text?.title ?? "",
		descriptionText: published ? plain : [stateWord, plain].filter(Boolean).join("\n\n"),
		descriptionMarkdown: text?.description ?? "",
		language: text?.locale ?? locale,
		locale,
		organiserName,
		organiserUrl: null,
		organisers: [],
		venueName: content.venueName,
		address: content.address,
		cityName: localCityName(content, locale),
		country: content.country ?? "",
		lat: content.lat,
		lon: content.lon,
		onlineUrl: content.onlineUrl,
		isFree: content.isFree,
		isWheelchairAccessible: content.isWheelchairAccessible,
		pictures: [],
		contactEmail: content.contactEmail,
		languages: content.languages,
		firstPublishedAt: event.createdAt,
		lastModified: event.updatedAt,
		previousStartDate: null,
		programme: [],
		openingHours: content.openingHours,
		superEvent: null,
		source: null,
		isDemo: event.isDemo,
	};
}

function timesOf({ content: { schedule } }: OwnEvent) {
	if (schedule.timezone === "") return null;
	try {
		return { ...deriveInstants(schedule), liveUntil: liveUntil(schedule) };
	} catch (error) {
		// A draft may hold a time that a clock change skips.
		if (error instanceof DomainError) return null;
		throw error;
	}
}
