import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { ShareButton } from "@/components/calendar/share-button";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonAnchor } from "@/components/ui/button";
import type { EventView } from "@/lib/calendar/event-view";
import { calendarLinks } from "@/lib/feeds/calendar-links";
import type { FeedEvent } from "@/lib/feeds/feed-event";

type Props = {
	feedEvent: FeedEvent;
	view: EventView;
	/** Absolute address of the page. */
	url: string;
};

/** Ways to keep the date, while it is still to come, and to pass it on. */
export function AddToCalendar({ feedEvent, view, url }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const place = feedEvent.attendanceMode === "online" ? (feedEvent.onlineUrl ?? "") : placeLine([feedEvent.venueName, feedEvent.address, view.city, view.country], locale);
	const links = view.phase === "past" || view.status === "cancelled" ? null : calendarLinks(feedEvent, place);
	return (
		<section aria-labelledby="calendar" className="print:hidden">
			<h2 id="calendar" className={links ? "mb-3 font-medium" : "sr-only"}>
				{t(links ? "addToCalendar" : "share")}
			</h2>
			{links && (
				<>
					<ButtonAnchor href={`/${locale}${view.path}.ics`} download wide>
						{t("ics")}
					</ButtonAnchor>
					<p className="mt-1 flex flex-wrap gap-x-6 text-sm">
						<a href={links.google} rel="noopener" className="inline-flex min-h-11 items-center text-link">
							{t("google")}
						</a>
						<a href={links.outlook} rel="noopener" className="inline-flex min-h-11 items-center text-link">
							{t("outlook")}
						</a>
					</p>
				</>
			)}
			<ClientMessages namespaces={["ui", "visitor"]}>
				<ShareButton url={url} title={view.title} />
			</ClientMessages>
		</section>
	);
}
