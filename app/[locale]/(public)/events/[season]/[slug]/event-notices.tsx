import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { EventView } from "@/lib/calendar/event-view";
import { movedFrom } from "@/lib/calendar/moved-from";
import type { Published } from "@/lib/calendar/published";
import { reasonFor } from "@/lib/calendar/status-reason";
import { formatDay } from "@/lib/time/format";

/** What a visitor must know before the rest: that it is off, moved, an example. */
export function EventNotices({ event, view }: { event: Published; view: EventView }) {
	const t = useTranslations("event");
	return (
		<div className="flex flex-col gap-4 empty:hidden">
			{view.isDemo && (
				<Notice tone="warning" title={t("demoTitle")}>
					{t("demoText")}
				</Notice>
			)}
			<StatusNotice event={event} />
		</div>
	);
}

function StatusNotice({ event }: { event: Published }) {
	const t = useTranslations("event");
	const locale = useLocale();
	if (event.status === "scheduled") return null;
	const statusReason = reasonFor(event, locale);
	const previous = movedFrom(event);
	return (
		<Notice
			tone={event.status === "cancelled" ? "error" : "warning"}
			title={t(`${event.status}Title`)}
		>
			{event.status === "postponed" && <p>{t("postponedText")}</p>}
			{previous && <p>{t("rescheduledFrom", { date: formatDay(previous, locale) })}</p>}
			{statusReason && (
				<p>
					<bdi className="whitespace-pre-line">{statusReason}</bdi>
				</p>
			)}
		</Notice>
	);
}
