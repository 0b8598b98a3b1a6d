import type { ArchiveContent } from "@/lib/events/save-draft";
import { type DraftContent, draftContent } from "@/lib/events/schema";
import { zonesOfCountry } from "@/lib/places/countries";
import { findCityByName, getCity } from "@/lib/places/gazetteer";
import { isLanguage } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import type { EventRow, PlaceRow } from "./rows";

/**
 * A row of `events.json` as the content of a revision. Where no source states the day only the year is given (or not
 * even that); what is known beside it (day of the report, a last day, an hour) goes into the note, in words.
 */
export function toArchiveContent(
	row: EventRow,
	places: ReadonlyMap<string, PlaceRow>,
): { content: DraftContent; archive: Omit<ArchiveContent, "coOrganiserIds"> } {
	const hasDay = row.date_start !== null;
	const isTimed = hasDay && row.start_time !== null;
	const content = draftContent.parse({
		type: row.type,
		attendanceMode: row.online ? "online" : "in_person",
		timing: isTimed ? "timed" : "to_be_announced",
		startDate: row.date_start,
		endDate: hasDay && row.date_end !== row.date_start ? row.date_end : null,
		startTime: isTimed ? row.start_time : null,
		endTime: isTimed ? row.end_time : null,
		...placeOf(row, places),
		venueName: row.venue,
		languages: row.languages.filter(isLanguage),
		texts: { en: { title: row.title, description: row.summary } },
	});
	return {
		content,
		archive: {
			datePrecision: hasDay ? "day" : row.year === null ? "unknown" : "year",
			year: hasDay ? Number(row.date_start?.slice(0, 4)) : row.year,
			typesAlso: row.types_also,
			sourceUrl: row.source_url,
			sourceTitle: row.source_title,
			sourceNote: noteOf(row),
		},
	};
}

/** Keys of the places of events: country and city as the source has it. */
export function placeKey(country: string, city: string): string {
	return `${country} ${city}`;
}

function placeOf(row: EventRow, places: ReadonlyMap<string, PlaceRow>) {
	const name = row.city ?? row.cities[0] ?? null;
	const zone = zonesOfCountry(row.country)[0] ?? "UTC";
	if (name === null)
		return { cityGeonameId: null, cityName: null, country: row.country, timezone: zone };
	const listed = places.get(placeKey(row.country, name));
	const city = (listed ? getCity(listed.geonameid) : null) ?? findCityByName(name, row.country);
	return {
		cityGeonameId: city?.id ?? null,
		cityName: city?.name ?? name,
		country: row.country,
		timezone: city?.timezone ?? listed?.tz ?? zone,
	};
}

function noteOf(row: EventRow): string | null {
	const sentences = [
		row.status_in_source === "announced"
			? "Announced in the source; whether it took place is not stated."
			: null,
		...dayNotes(row),
		row.cities.length > 1 ? `The source names several cities: ${row.cities.join(", ")}.` : null,
		row.note,
	];
	return sentences.filter((sentence) => sentence !== null).join(" ") || null;
}

function dayNotes(row: EventRow): (string | null)[] {
	if (row.date_start !== null) {
		const basis = {
			stated: null,
			weekday: "The day was computed from the weekday in the source.",
			inferred: "The day is inferred, not stated.",
		};
		return [row.date_basis ? basis[row.date_basis] : null];
	}
	const hours = [row.start_time, row.end_time].filter((time) => time !== null).join(" to ");
	return [
		row.date_reported
			? `Reported on ${formatDay(row.date_reported, "en")}; the day of the event is not stated.`
			: null,
		row.date_end ? `Last day in the source: ${formatDay(row.date_end, "en")}.` : null,
		hours ? `Local time in the source: ${hours}.` : null,
	];
}
