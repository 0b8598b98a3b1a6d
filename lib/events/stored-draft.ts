import { isLanguage } from "@/lib/text/languages";
import { draftPlace } from "./draft-place";
import type { RevisionContent } from "./revision";
import type { DraftContent } from "./schema";

/** What a stored revision says, as the form states it. */
export function storedDraft(content: RevisionContent): DraftContent {
	const { schedule } = content;
	return {
		type: content.type,
		attendanceMode: content.attendanceMode,
		timing: timingOf(schedule.isAllDay, schedule.startTime, schedule.startDate),
		startDate: schedule.startDate,
		endDate: schedule.endDate,
		startTime: schedule.startTime,
		endTime: schedule.endTime,
		startDisambiguation: schedule.startDisambiguation,
		endDisambiguation: schedule.endDisambiguation,
		cityGeonameId: content.cityGeonameId,
		cityName: content.cityName,
		country: content.country,
		timezone: schedule.timezone || null,
		venueName: content.venueName,
		address: content.address,
		lat: content.lat,
		lon: content.lon,
		onlineUrl: content.onlineUrl,
		isFree: content.isFree,
		isWheelchairAccessible: content.isWheelchairAccessible,
		languages: content.languages.filter(isLanguage),
		contactName: content.contactName,
		contactEmail: content.contactEmail,
		contactPhone: content.contactPhone,
		contactUrl: content.contactUrl,
		pictures: content.pictures.map(({ width: _, height: __, ...picture }) => picture),
		programme: content.programme,
		openingHours: content.openingHours,
		superEventId: content.superEventId,
		coOrganisers: content.coOrganisers.map(({ id }) => id),
		texts: Object.fromEntries(
			content.texts.map(({ locale, title, description }) => [locale, { title, description }]),
		),
	};
}

/** What would be read back, were this stored. @throws DomainError invalid, as `draftPlace` does */
export function asStored(content: DraftContent): DraftContent {
	const isTimed = content.timing === "timed";
	const startTime = isTimed ? content.startTime : null;
	const hasPin = content.lat !== null && content.lon !== null;
	return {
		...content,
		...draftPlace(content),
		timing: timingOf(content.timing === "all_day", startTime, content.startDate),
		startTime,
		endTime: startTime === null ? null : content.endTime,
		startDisambiguation: isTimed ? content.startDisambiguation : null,
		endDisambiguation: isTimed ? content.endDisambiguation : null,
		lat: hasPin ? content.lat : null,
		lon: hasPin ? content.lon : null,
	};
}

/** A start that was promised but not given cannot be told from one that is to be announced. */
function timingOf(
	isAllDay: boolean,
	startTime: string | null,
	startDate: string | null,
): DraftContent["timing"] {
	if (isAllDay) return "all_day";
	return startTime !== null || startDate === null ? "timed" : "to_be_announced";
}
