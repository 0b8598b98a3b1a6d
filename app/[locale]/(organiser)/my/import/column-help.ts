import { getTranslations } from "next-intl/server";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { ATTENDANCE_MODES } from "@/lib/events/schema";
import { type TableField, textPart } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import type { Locale } from "@/lib/text/languages";

/** What to write in a column, in the reader's language. */
export async function columnHelp(locale: Locale): Promise<(field: TableField) => string> {
	const t = await getTranslations({ locale, namespace: "imports.help" });
	const words = await tableWords(locale);
	return (field) => {
		const text = textPart(field);
		if (text) {
			return text.part === "title"
				? t("title", { example: words.header("title.fr") })
				: t("description");
		}
		switch (field) {
			case "type":
				return t("type", { choices: EVENT_TYPES.map(words.type).join(", ") });
			case "attendanceMode":
				return t("attendanceMode", {
					choices: ATTENDANCE_MODES.map(words.attendanceMode).join(", "),
				});
			case "startDate":
			case "endDate":
			case "isAllDay":
			case "startTime":
			case "country":
			case "cityName":
			case "timezone":
			case "languages":
				return t(field);
			case "endTime":
				return t("startTime");
			case "isFree":
			case "isWheelchairAccessible":
				return t("yesNo");
			case "startDisambiguation":
			case "endDisambiguation":
				return t("which");
			default:
				return t("plain");
		}
	};
}
