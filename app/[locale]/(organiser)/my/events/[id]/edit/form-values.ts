import "server-only";
import { percent } from "@/lib/calendar/pictures";
import { formTiming, type RevisionContent } from "@/lib/events/revision";
import { speakerLines } from "@/lib/events/speaker-lines";
import { cityName, getCity } from "@/lib/places/gazetteer";

/** The inputs of the form by name, filled from a draft; a city of the gazetteer is named in the interface language. */
export function formValues(content: RevisionContent, locale: string): Record<string, string> {
	const { schedule } = content;
	const city = content.cityGeonameId === null ? null : getCity(content.cityGeonameId);
	const values: Record<string, string | number | null> = {
		type: content.type,
		attendanceMode: content.attendanceMode,
		timing: isUntouched(content) ? "timed" : formTiming(content),
		startDate: schedule.startDate,
		endDate: schedule.endDate,
		startTime: schedule.startTime,
		endTime: schedule.endTime,
		startDisambiguation: schedule.startDisambiguation,
		endDisambiguation: schedule.endDisambiguation,
		cityGeonameId: city?.id ?? null,
		cityName: city ? cityName(city, locale) : content.cityName,
		country: content.country,
		pickedCity: city ? cityName(city, locale) : null,
		pickedCountry: city ? content.country : null,
		timezone: schedule.timezone,
		venueName: content.venueName,
		address: content.address,
		lat: content.lat,
		lon: content.lon,
		onlineUrl: content.onlineUrl,
		isFree: answerOf(content.isFree),
		isWheelchairAccessible: answerOf(content.isWheelchairAccessible),
		contactName: content.contactName,
		contactEmail: content.contactEmail,
		contactPhone: content.contactPhone,
		contactUrl: content.contactUrl,
		superEventId: content.superEventId,
	};
	for (const tag of content.languages) values[`languages.${tag}`] = "on";
	for (const text of content.texts) {
		values[`texts.${text.locale}.title`] = text.title;
		values[`texts.${text.locale}.description`] = text.description;
	}
	for (const { id, name } of content.coOrganisers) values[`coOrganisers.${id}`] = name;
	Object.assign(values, programmeValues(content), hoursValues(content), pictureValues(content));
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, value === null ? "" : String(value)]),
	);
}

function pictureValues({ pictures }: RevisionContent): Record<string, string | number | null> {
	return Object.fromEntries(
		pictures.flatMap(({ id, credit, licence, alt, focus }, index) => {
			const name = `pictures.${index}`;
			return [
				[`${name}.id`, id],
				...Object.entries(alt).map(([locale, text]) => [`${name}.alt.${locale}`, text]),
				[`${name}.credit`, credit],
				[`${name}.licence`, licence],
				[`${name}.focus.x`, focus && percent(focus.x)],
				[`${name}.focus.y`, focus && percent(focus.y)],
			];
		}),
	);
}

function hoursValues({
	openingHours: { week, dates },
}: RevisionContent): Record<string, string | null> {
	const days = [
		...Object.entries(week).map(([day, hours]) => [`week.${day}`, hours] as const),
		...dates.map((hours, index) => [`dates.${index}`, hours] as const),
	];
	return Object.fromEntries(
		days.flatMap(([day, hours]) =>
			Object.entries(hours).map(([part, time]) => [`openingHours.${day}.${part}`, time]),
		),
	);
}

function programmeValues({ programme }: RevisionContent): Record<string, string | number | null> {
	return Object.fromEntries(
		programme.flatMap((item, index) => {
			const name = `programme.${index}`;
			return [
				[`${name}.day`, item.day],
				[`${name}.startTime`, item.startTime],
				[`${name}.endTime`, item.endTime],
				...Object.entries(item.titles).map(([locale, title]) => [
					`${name}.titles.${locale}`,
					title,
				]),
				[`${name}.speakers`, speakerLines(item.speakers)],
			];
		}),
	);
}

function answerOf(value: boolean | null): "yes" | "no" | null {
	if (value === null) return null;
	return value ? "yes" : "no";
}

/** A draft that was just begun says nothing of its time yet; the form asks for a start. */
function isUntouched(content: RevisionContent): boolean {
	return content.number === 1 && content.version === 0;
}
