import { countryName } from "@/lib/places/countries";
import { getCity, listCitiesByName } from "@/lib/places/gazetteer";
import { timingOf } from "@/lib/time/schedule";
import type { RevisionContent } from "./revision";
import { type TableField, textPart } from "./table-fields";
import type { TableWords } from "./table-words";

/** An event as a row of a table: a cell for each column, "" for what is not stated. */
export function tableRow(
	content: RevisionContent,
	columns: readonly TableField[],
	{ words, locale }: { words: TableWords; locale: string },
): string[] {
	return columns.map((field) => cellOf(content, field, words, locale) ?? "");
}

function cellOf(
	content: RevisionContent,
	field: TableField,
	words: TableWords,
	locale: string,
): string | null {
	const text = textPart(field);
	if (text) return content.texts.find(({ locale: tag }) => tag === text.tag)?.[text.part] ?? null;
	const { schedule } = content;
	switch (field) {
		case "type":
			return content.type && words.type(content.type);
		case "attendanceMode":
			return words.attendanceMode(content.attendanceMode);
		case "isAllDay":
			return timingOf(schedule) === "all_day" ? words.yesOrNo(true) : null;
		case "isFree":
		case "isWheelchairAccessible":
			return content[field] === null ? null : words.yesOrNo(content[field]);
		case "country":
			return content.country && countryName(content.country, locale);
		case "cityName":
			return cityCell(content);
		case "languages":
			return content.languages.join(", ");
		case "lat":
		case "lon":
			return content[field] === null ? null : String(content[field]);
		case "timezone":
			return schedule.timezone;
		case "startDate":
		case "endDate":
		case "startTime":
		case "endTime":
		case "startDisambiguation":
		case "endDisambiguation":
			return schedule[field];
		default:
			return content[field as "address"];
	}
}

/** With its division where the country has several cities of the name. */
function cityCell({ cityGeonameId, cityName, country }: RevisionContent): string | null {
	const city = cityGeonameId === null ? null : getCity(cityGeonameId);
	if (!city || country === null) return cityName;
	const isOnlyOne = listCitiesByName(city.name, country).length === 1;
	return isOnlyOne || city.admin1 === null ? city.name : `${city.name} (${city.admin1})`;
}
