import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/cached-calendar";
import { EventDays } from "@/components/calendar/event-days";
import { Link } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import { currentSeason } from "@/lib/time/season";
import { earliestToday } from "@/lib/time/wall-time";
import type { ViewProps } from "./events-page";
import { listHref } from "./list-address";
import { NoEvents } from "./no-events";
import { PageLinks } from "./page-links";
import { SearchResults } from "./search-results";

const PAGE_SIZE = 50;

/** The events by day, a page at a time. */
export async function ListView({ request, locale, now }: ViewProps) {
	const { filters, chosen, after, before } = request;
	const page = await listPage(filters, { after, before, limit: PAGE_SIZE });
	const t = await getTranslations("events");
	const events = page.items.map((event) => viewOf(event, locale, now));
	const hasPast = events.some(({ phase }) => phase === "past");
	const hasPastAndComing =
		hasPast && filters.season === currentSeason(now) && chosen.from === undefined;
	return (
		<div className="flex flex-col gap-10">
			<div className="flex flex-col gap-8 empty:hidden">
				{events.some((event) => event.isDemo) && (
					<p className="max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
						{t("demoNotice")}
					</p>
				)}
				{hasPastAndComing && (
					<Link
						href={listHref({ ...chosen, from: earliestToday(now) })}
						prefetch={false}
						className="self-start text-link"
					>
						{t("upcomingOnly")}
					</Link>
				)}
			</div>
			{events.length === 0 ? (
				<NoEvents request={request} />
			) : filters.q ? (
				<SearchResults q={filters.q} page={page} events={events} />
			) : (
				<EventDays events={events} level={2} />
			)}
			<PageLinks request={request} page={page} />
		</div>
	);
}
