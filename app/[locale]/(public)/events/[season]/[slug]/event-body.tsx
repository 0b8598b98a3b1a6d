import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { HoursList } from "@/components/calendar/hours-list";
import { Programme } from "@/components/calendar/programme";
import type { EventView } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import type { FeedEvent } from "@/lib/feeds/feed-event";
import { EventDetails } from "./event-details";
import { EventNotices } from "./event-notices";
import { EventParts, PartOf } from "./event-parts";
import { EventPictures } from "./event-pictures";
import { EventSource } from "./event-source";
import { EventText, OtherTexts } from "./event-text";
import { EventWhen } from "./event-when";
import { EventWhere } from "./event-where";

type Props = {
	event: Published;
	view: EventView;
	feedEvent: FeedEvent;
	/** The events that are part of it. */
	parts: readonly EventView[];
	/** Path of the page in other languages, where it is not the event's own. */
	path?: string;
	recap?: ReactNode;
	/** What only a public page offers. */
	beside?: { first: ReactNode; last: ReactNode };
};

/** All that the page of an event says below its title: of a public one, and of a draft in its preview. */
export function EventBody({ event, view, feedEvent, parts, path, recap, beside }: Props) {
	const locale = useLocale();
	return (
		<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
			<div className="flex min-w-0 flex-col gap-10">
				<EventNotices event={event} view={view} />
				<PartOf whole={view.whole} />
				<div className="grid gap-10 border-t border-ink pt-6 sm:grid-cols-2">
					<EventWhen event={event} view={view} />
					<EventWhere event={event} view={view} />
				</div>
				<EventPictures pictures={feedEvent.pictures} />
				{recap}
				<EventText event={event} path={path} />
				<HoursList openingHours={event.openingHours} schedule={event.schedule} locale={locale} />
				<Programme programme={event.programme} schedule={event.schedule} locale={locale} />
				<EventParts parts={parts} day={view.endDate === null ? view.startDate : null} />
				<EventSource event={event} />
			</div>
			<aside className="flex min-w-0 flex-col gap-10">
				{beside?.first}
				<EventDetails event={event} />
				<OtherTexts event={event} path={path} />
				{beside?.last}
			</aside>
		</div>
	);
}
