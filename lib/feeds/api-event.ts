import { eventPath, localCityName } from "@/lib/calendar/event-view";
import { movedFrom } from "@/lib/calendar/moved-from";
import { writtenHours } from "@/lib/calendar/opening-hours";
import { altsOf } from "@/lib/calendar/pictures";
import { titlesOf, writtenProgramme } from "@/lib/calendar/programme";
import { dateOfItem, publicInstantOfItem } from "@/lib/calendar/programme-times";
import type { Published } from "@/lib/calendar/published";
import { deedOf } from "@/lib/media/licences";
import { countryName } from "@/lib/places/countries";
import { timingOf } from "@/lib/time/schedule";
import { anniversaryOf } from "@/lib/time/season";
import { toOffsetString } from "@/lib/time/wall-time";
import type { ApiEvent } from "./api-schemas";
import { pictureUrl } from "./from-published";

/** Turns a published event into what the API answers in `lang`; `origin` is this site's scheme and host. */
export function toApiEvent(
	event: Published,
	{ lang, origin }: { lang: string; origin: string },
): ApiEvent {
	const url = `${origin}/${lang}${eventPath(event)}`;
	return {
		id: event.id,
		url,
		calendarUrl: timingOf(event.schedule) === "undated" ? null : `${url}.ics`,
		uid: event.uid,
		sequence: event.sequence,
		season: event.season,
		anniversary: event.season === null ? null : anniversaryOf(event.season),
		type: event.type,
		typesAlso: event.typesAlso,
		status: event.status,
		statusReason: event.statusReason,
		attendanceMode: event.attendanceMode,
		...timesOf(event),
		texts: event.texts.map(({ locale, title, description }) => ({
			language: locale,
			title,
			description,
		})),
		organisers: event.organisers,
		place: placeOf(event, lang),
		onlineUrl: event.onlineUrl,
		isFree: event.isFree,
		isWheelchairAccessible: event.isWheelchairAccessible,
		languages: event.languages,
		contact: {
			name: event.contactName,
			email: event.contactEmail,
			phone: event.contactPhone,
			url: event.contactUrl,
		},
		picture: pictureOf(event, origin),
		images: imagesOf(event, origin),
		openingHours: hoursOf(event),
		programme: programmeOf(event),
		superEvent: event.superEvent?.id ?? null,
		subEvents: event.subEvents,
		recap: event.recap && recapOf(event.recap, origin),
		source: event.sourceUrl
			? { url: event.sourceUrl, title: event.sourceTitle, note: event.sourceNote }
			: null,
		isDemo: event.isDemo,
		firstPublishedAt: event.firstPublishedAt,
		publishedAt: event.publishedAt,
	};
}

function timesOf(event: Published) {
	const { schedule, startsAtUtc, endsAtUtc } = event;
	const isTimed = schedule.hasStartTime && schedule.startTime !== null;
	return {
		datePrecision: schedule.datePrecision,
		year: schedule.year,
		startDate: schedule.startDate,
		endDate: schedule.endDate,
		startTime: schedule.startTime,
		endTime: schedule.endTime,
		isAllDay: schedule.isAllDay,
		timezone: schedule.timezone,
		startsAt: isTimed ? withOffset(startsAtUtc, schedule.timezone) : null,
		endsAt: isTimed ? withOffset(endsAtUtc, schedule.timezone) : null,
		startsAtUtc,
		endsAtUtc,
		previousStartDate: movedFrom(event),
	};
}

function withOffset(instant: string | null, zone: string): string | null {
	return instant === null ? null : toOffsetString(new Date(instant), zone);
}

function placeOf(event: Published, lang: string): ApiEvent["place"] {
	const isOnline = event.attendanceMode === "online";
	return {
		venue: event.venueName,
		address: event.address,
		city: event.cityName,
		cityLabel: localCityName(event, lang),
		country: event.country,
		countryName: countryName(event.country, lang),
		geonameId: event.cityGeonameId,
		lat: isOnline ? null : event.lat,
		lon: isOnline ? null : event.lon,
		isPinExact: event.isPinExact && !isOnline,
	};
}

function hoursOf({ openingHours, schedule }: Published): ApiEvent["openingHours"] {
	const { week, dates } = writtenHours(openingHours, schedule);
	const weekdays = Object.entries(week).map(([day, hours]) => ({ weekday: Number(day), ...hours }));
	const differing = dates.flatMap(({ date, ...hours }) =>
		date === null ? [] : { date, ...hours },
	);
	if (weekdays.length === 0 && differing.length === 0) return null;
	return { weekdays, dates: differing };
}

function programmeOf({ programme, schedule }: Published): ApiEvent["programme"] {
	return writtenProgramme(programme).map((item) => ({
		date: dateOfItem(item, schedule),
		startTime: item.startTime,
		endTime: item.endTime,
		startsAt: atOffset(publicInstantOfItem(item, "startTime", schedule), schedule.timezone),
		endsAt: atOffset(publicInstantOfItem(item, "endTime", schedule), schedule.timezone),
		titles: titlesOf(item).map(({ locale, title }) => ({ language: locale, text: title })),
		speakers: item.speakers.map(({ name, role }) => ({ name, role: role || null })),
	}));
}

function atOffset(instant: Date | null, zone: string): string | null {
	return instant && toOffsetString(instant, zone);
}

function imagesOf({ pictures }: Published, origin: string): ApiEvent["images"] {
	return pictures.map((picture) => ({
		url: pictureUrl(origin, picture.id, 1600),
		alternativeTexts: altsOf(picture).map(({ locale, text }) => ({ language: locale, text })),
		credit: picture.credit || null,
		licence: picture.licence,
		licenceUrl: deedOf(picture.licence),
		focus: picture.focus,
	}));
}

/** The leading one, as it was before there were several. */
function pictureOf(event: Published, origin: string): ApiEvent["picture"] {
	const [leading] = imagesOf(event, origin);
	if (!leading) return null;
	const { url, alternativeTexts, credit } = leading;
	return { url, alternativeTexts, credit };
}

function recapOf(
	recap: NonNullable<Published["recap"]>,
	origin: string,
): NonNullable<ApiEvent["recap"]> {
	return {
		attendance: recap.attendance,
		texts: recap.texts.map(({ locale, text }) => ({ language: locale, text })),
		books: recap.books,
		films: recap.films,
		photographs: recap.photographs,
		links: recap.links,
		pictures: recap.pictures.map(({ id, credit, alt }) => ({
			url: pictureUrl(origin, id, 1600),
			alternativeTexts: alt.map(({ locale, text }) => ({ language: locale, text })),
			credit,
		})),
		publishedAt: recap.publishedAt,
	};
}
