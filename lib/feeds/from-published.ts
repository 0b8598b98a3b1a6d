import { eventPath, localCityName, toDate } from "@/lib/calendar/event-view";
import { readHours } from "@/lib/calendar/opening-hours";
import { altsOf, type Picture } from "@/lib/calendar/pictures";
import type { Published } from "@/lib/calendar/published";
import { reasonFor } from "@/lib/calendar/status-reason";
import { bestText } from "@/lib/text/languages";
import type { FeedEvent } from "./feed-event";
import { toFeedProgramme } from "./feed-programme";

/** Width in pixels of the picture that feeds and link previews name; smaller ones keep their own. */
const PICTURE_WIDTH = 1600;

/**
 * A published event as feeds write it for readers of `locale` (an interface language).
 * @param origin scheme and host of this site, without a slash at the end.
 */
export function toFeedEvent(
	event: Published,
	{ locale, origin }: { locale: string; origin: string },
): FeedEvent {
	const text = bestText(event.texts, locale)?.text;
	const organiser = event.organisers[0];
	return {
		id: event.id,
		url: `${origin}/${locale}${eventPath(event)}`,
		uid: event.uid,
		sequence: event.sequence,
		season: event.season,
		type: event.type,
		typesAlso: event.typesAlso,
		status: event.status,
		statusReason: reasonFor(event, locale),
		attendanceMode: event.attendanceMode,
		schedule: event.schedule,
		startsAtUtc: toDate(event.startsAtUtc),
		endsAtUtc: toDate(event.endsAtUtc),
		liveUntil: toDate(event.liveUntilUtc),
		title: text?.title ?? "",
		descriptionText: text?.plainText ?? "",
		descriptionMarkdown: text?.description ?? "",
		language: text?.locale ?? locale,
		locale,
		organiserName: organiser?.name ?? "",
		organiserUrl: organiser?.website ?? null,
		organisers: event.organisers,
		venueName: event.venueName,
		address: event.address,
		cityName: localCityName(event, locale),
		country: event.country,
		lat: event.isPinExact ? event.lat : null,
		lon: event.isPinExact ? event.lon : null,
		onlineUrl: event.onlineUrl,
		isFree: event.isFree,
		isWheelchairAccessible: event.isWheelchairAccessible,
		pictures: feedPictures(event.pictures, text?.locale ?? locale, origin),
		contactEmail: event.contactEmail,
		languages: event.languages,
		firstPublishedAt: new Date(event.firstPublishedAt),
		lastModified: new Date(event.publishedAt),
		previousStartDate: event.previousStartDate,
		openingHours: readHours(event.openingHours),
		programme: toFeedProgramme(event.programme, event.schedule, locale),
		superEvent: feedWhole(event.superEvent, { locale, origin }),
		source: event.sourceUrl === null ? null : { url: event.sourceUrl, title: event.sourceTitle },
		isDemo: event.isDemo,
	};
}

function feedWhole(
	// A page kept by an earlier version says nothing of it.
	whole: Published["superEvent"] | undefined,
	{ locale, origin }: { locale: string; origin: string },
): FeedEvent["superEvent"] {
	if (!whole) return null;
	const title = bestText(whole.texts, locale)?.text.title ?? "";
	return { uid: whole.uid, url: `${origin}/${locale}${eventPath(whole)}`, title };
}

/** Address of a published picture; widths 480, 960 and 1600 exist. */
export function pictureUrl(origin: string, pictureId: string, width: 480 | 960 | 1600): string {
	return `${origin}/media/${pictureId}/${width}.webp`;
}

/** Pictures as feeds and the event's page name them, described in `locale` or the best language there is. */
function feedPictures(
	pictures: readonly Picture[],
	locale: string,
	origin: string,
): FeedEvent["pictures"] {
	// A page kept by an earlier version has none.
	return (pictures ?? []).map((picture) => {
		const { id, width, height, credit, licence, focus } = picture;
		const share = Math.min(1, PICTURE_WIDTH / width);
		const alt = bestText(altsOf(picture), locale)?.text;
		return {
			id,
			url: pictureUrl(origin, id, PICTURE_WIDTH),
			width: Math.round(width * share),
			height: Math.round(height * share),
			alt: alt?.text ?? null,
			language: alt?.locale ?? locale,
			credit: credit || null,
			licence,
			focus,
		};
	});
}
