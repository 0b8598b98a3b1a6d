import { useTranslations } from "next-intl";
import { weekdayName } from "@/lib/calendar/opening-hours";
import type { NamedEvent } from "@/lib/events/super-event-queries";
import { countryName } from "@/lib/places/countries";
import { bestText, languageNames } from "@/lib/text/languages";
import { formatDay, formatTime } from "@/lib/time/format";

/**
 * How a stored value of a field reads to a person: names instead of codes, dates in words.
 * @param wholes the events of which a submission is a part, as far as this reviewer may read them
 */
export function useFieldValue(
	locale: string,
	wholes: readonly NamedEvent[],
): (field: string, value: string) => string {
	const types = useTranslations("eventType");
	const modes = useTranslations("attendanceMode");
	const statuses = useTranslations("eventStatus");
	const t = useTranslations("review");
	const wholeName = (whole: NamedEvent | undefined) => {
		const title = whole && bestText(whole.texts, locale)?.text.title;
		if (!title) return t("whole.unread");
		return whole.publicPath === null ? t("whole.notPublic", { title }) : title;
	};
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
			case "superEventId":
				return wholeName(wholes.find(({ id }) => id === value));
			case "languages":
				return languageNames(value.split(" "), locale);
			default:
				return value;
		}
	};
}
