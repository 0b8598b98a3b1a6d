import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/cached-calendar";
import { EventDays } from "@/components/calendar/event-days";
import { Pagination } from "@/components/ui/pagination";
import { Link } from "@/i18n/navigation";
import type { EventPage } from "@/lib/calendar/event-page";
import { viewOf } from "@/lib/calendar/event-view";
import { goesBySeason } from "@/lib/calendar/filters";
import { currentSeason } from "@/lib/time/season";
import { todayIn } from "@/lib/time/wall-time";
import type { ViewProps } from "./events-page";
import { type ListRequest, listHref } from "./list-address";
import { NoEvents } from "./no-events";

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
						href={listHref({ ...chosen, from: todayIn("UTC", now) })}
						prefetch={false}
						className="self-start text-link"
					>
						{t("upcomingOnly")}
					</Link>
				)}
			</div>
			{events.length === 0 ? (
				<NoEvents request={request} />
			) : (
				<EventDays events={events} level={2} />
			)}
			<PageLinks request={request} page={page} />
		</div>
	);
}

type PageLinksProps = { request: ListRequest; page: Pick<EventPage, "previous" | "next"> };

async function PageLinks({ request, page }: PageLinksProps) {
	const t = await getTranslations("events.pages");
	const { chosen } = request;
	const isBySeason = goesBySeason(request.filters);
	return (
		<div className="flex flex-col gap-2 empty:hidden">
			<Pagination
				previousHref={page.previous ? listHref({ ...chosen, before: page.previous }) : undefined}
				nextHref={page.next ? listHref({ ...chosen, cursor: page.next }) : undefined}
				previousLabel={isBySeason ? undefined : t("earlier")}
				nextLabel={isBySeason ? undefined : t("later")}
			/>
			{page.previous && (
				<Link
					href={listHref(chosen)}
					prefetch={false}
					className="inline-flex min-h-11 items-center self-start text-sm text-link"
				>
					{t("first")}
				</Link>
			)}
		</div>
	);
}
