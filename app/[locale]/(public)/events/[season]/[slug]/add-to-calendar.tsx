import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { ButtonAnchor } from "@/components/ui/button";
import type { EventView } from "@/lib/calendar/event-view";
import { calendarLinks } from "@/lib/feeds/calendar-links";
import type { FeedEvent } from "@/lib/feeds/feed-event";

const PROGRAMS = ["webcal", "google", "outlook", "office"] as const;

type Props = { feedEvent: FeedEvent; view: EventView };

/** Ways to keep the date while it is still to come; nothing afterwards, or without a day. */
export function AddToCalendar({ feedEvent, view }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const isOver = view.phase === "past" || view.status === "cancelled";
	const links = isOver ? null : calendarLinks(feedEvent, placeOf(feedEvent, view, locale));
	if (links === null) return null;
	return (
		<section aria-labelledby="calendar" className="print:hidden">
			<h2 id="calendar" className="mb-3 font-medium">
				{t("addToCalendar")}
			</h2>
			<ButtonAnchor href={`/${locale}${view.path}.ics`} download wide>
				{t("ics")}
			</ButtonAnchor>
			<ul className="mt-1 flex flex-wrap gap-x-6 text-sm">
				{PROGRAMS.map((program) => (
					<li key={program}>
						<a
							href={links[program]}
							rel="noopener nofollow"
							className="inline-flex min-h-11 items-center text-link"
						>
							{t(program)}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}

function placeOf(feedEvent: FeedEvent, view: EventView, locale: string): string {
	if (feedEvent.attendanceMode === "online") return feedEvent.onlineUrl ?? "";
	return placeLine([feedEvent.venueName, feedEvent.address, view.city, view.country], locale);
}
