import { useTranslations } from "next-intl";
import { weekdayName } from "@/lib/calendar/opening-hours";
import { countryName } from "@/lib/places/countries";
import { languageNames } from "@/lib/text/languages";
import { formatDay, formatTime } from "@/lib/time/format";

/** How a stored value of a field reads to a person: names instead of codes, dates in words. */
export function useFieldValue(locale: string): (field: string, value: string) => string {
	const types = useTranslations("eventType");
	const modes = useTranslations("attendanceMode");
	const statuses = useTranslations("eventStatus");
	const t = useTranslations("review");
	return (field, value) => {
		switch (field) {
			case "type":
				return types(value);
			case "status":
				return statuses(value);
			case "attendanceMode":
				return modes(value);
			case "country":
				return countryName(value, locale);
			case "startDate":
			case "endDate":
				return formatDay(value, locale);
			case "startTime":
			case "endTime":
				return formatTime(value, locale);
			case "isAllDay":
			case "isFree":
			case "isWheelchairAccessible":
				return t(value === "true" ? "yes" : "no");
			case "openingHours":
				return value
					.replace(/^[1-7](?= )/gm, (day) => weekdayName(Number(day), locale))
					.replace(/^[\d-]{10}/gm, (date) => formatDay(date, locale))
					.replace(/–$/gm, t("differences.closed"));
			case "languages":
				return languageNames(value.split(" "), locale);
			default:
				return value;
		}
	};
}
