import type { Metadata } from "next";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cachedFilterChoices, facetsOf, listPage } from "@/app/cached-calendar";
import { alternatesOf } from "@/app/page-address";
import { EventDays } from "@/components/calendar/event-days";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Link, redirect } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import { goesBySeason } from "@/lib/calendar/filters";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/text/languages";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { todayIn } from "@/lib/time/wall-time";
import { ActiveFilters } from "./active-filters";
import { FilterForm } from "./filter-form";
import {
	hasEmptyFields,
	type ListRequest,
	listHref,
	readListRequest,
	type SearchParams,
} from "./list-address";
import { NoEvents } from "./no-events";
import { Subscribe } from "./subscribe";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

const PAGE_SIZE = 50;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
	const { locale } = await params;
	const { season, chosen } = readListRequest(await searchParams, currentSeason(new Date()));
	const t = await getTranslations({ locale, namespace: "events" });
	const { canonical, languages } = alternatesOf(locale, "/events");
	const isSelection = Object.keys(chosen).length > 0;
	return {
		title: t(titleKey(season), { season }),
		alternates: {
			canonical,
			languages,
			types: { "text/calendar": `${env().APP_URL}/feeds/calendar.ics` },
		},
		// Each selection is another view of the same events: one address is enough for search engines.
		robots: isSelection ? { index: false, follow: true } : undefined,
	};
}

/** All events, by day, under the visitor's filters. */
export default async function EventsPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const query = await searchParams;
	const now = new Date();
	const thisSeason = currentSeason(now);
	const request = readListRequest(query, thisSeason);
	if (hasEmptyFields(query) && hasLocale(LOCALES, locale)) {
		redirect({ href: listHref(request.chosen), locale });
	}
	const [{ page, total }, choices, facets, t] = await Promise.all([
		listPage(request.filters, { after: request.after, before: request.before, limit: PAGE_SIZE }),
		cachedFilterChoices(),
		facetsOf(request.filters),
		getTranslations("events"),
	]);
	const events = page.items.map((event) => viewOf(event, locale, now));
	const hasPast = events.some(({ phase }) => phase === "past");
	const hasPastAndComing =
		hasPast && request.filters.season === thisSeason && request.chosen.from === undefined;
	return (
		<Container>
			<PageHeader
				title={t(titleKey(request.season), { season: request.season })}
				eyebrow={
					/^\d/.test(request.season) &&
					t("anniversary", { number: anniversaryOf(Number(request.season)) })
				}
				lead={!request.isReversed && t("count", { count: total })}
			/>
			<div className="flex flex-col gap-8">
				<FilterForm
					key={JSON.stringify(request.chosen)}
					request={request}
					choices={choices}
					facets={facets}
					currentSeason={thisSeason}
				/>
				<Ignored names={request.ignored} />
				<ActiveFilters chosen={request.chosen} />
				<DemoNotice isShown={!request.isReversed && events.some((event) => event.isDemo)} />
				{hasPastAndComing && (
					<Link
						href={listHref({ ...request.chosen, from: todayIn("UTC", now) })}
						className="self-start text-link"
					>
						{t("upcomingOnly")}
					</Link>
				)}
			</div>
			{!request.isReversed && (
				<div className="mt-10 flex flex-col gap-12">
					{events.length === 0 ? (
						<NoEvents request={request} />
					) : (
						<EventDays events={events} level={2} />
					)}
					<PageLinks request={request} page={page} />
					{mayBeSubscribed(request, total) && (
						<Subscribe request={request} origin={env().APP_URL} />
					)}
				</div>
			)}
		</Container>
	);
}

/** The whole calendar goes on also where this season is still empty; events without a year have no place in a calendar. */
function mayBeSubscribed({ chosen, season }: ListRequest, total: number): boolean {
	return season !== "undated" && (total > 0 || Object.keys(chosen).length === 0);
}

async function DemoNotice({ isShown }: { isShown: boolean }) {
	if (!isShown) return null;
	const t = await getTranslations("events");
	return (
		<p className="max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
			{t("demoNotice")}
		</p>
	);
}

function titleKey(season: string): "titleAll" | "titleUndated" | "titleSeason" {
	if (season === "all") return "titleAll";
	return season === "undated" ? "titleUndated" : "titleSeason";
}

async function Ignored({ names }: { names: ListRequest["ignored"] }) {
	if (names.length === 0) return null;
	const t = await getTranslations("events.filters");
	return (
		<Notice tone="warning" title={t("ignoredTitle")}>
			{t("ignored", { names: names.map((name) => t(name)).join(", ") })}
		</Notice>
	);
}

async function PageLinks({
	request,
	page,
}: {
	request: ListRequest;
	page: { previous: string | null; next: string | null };
}) {
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
					className="inline-flex min-h-11 items-center self-start text-sm text-link"
				>
					{t("first")}
				</Link>
			)}
		</div>
	);
}
