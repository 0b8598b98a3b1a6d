import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { RevisionContent } from "@/lib/events/revision";
import { formatDayRange, formatWeekday } from "@/lib/time/format";

/** Above the form of an event that was just begun from an earlier one: the new day, and what to do now. */
export function RepeatedNotice({ content, locale }: { content: RevisionContent; locale: string }) {
	const t = useTranslations("my.repeat");
	const { startDate, endDate } = content.schedule;
	if (startDate === null) return null;
	return (
		<Notice tone="success" title={t("begunTitle")} live className="mb-8">
			{t("begunText", {
				weekday: formatWeekday(startDate, locale),
				days: formatDayRange(startDate, endDate, locale),
			})}
		</Notice>
	);
}
