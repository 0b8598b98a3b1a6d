import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { facetsOf, organiserNames } from "@/app/cached-calendar";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { countPublished } from "@/lib/calendar/queries";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { ActiveFilters } from "./active-filters";
import { AgendaView } from "./agenda-view";
import { FilterForm } from "./filter-form";
import {
	type ListRequest,
	readListRequest,
	type SearchParams,
	VIEWS,
	type View,
} from "./list-address";
import { ListView } from "./list-view";
import { MapView } from "./map-view";
import { MonthView } from "./month-view";
import { NearChoices } from "./near-choices";
import { feedTypes, Subscribe } from "./subscribe";
import { ViewSwitch } from "./view-switch";

/** What a view of the events is given; it reads the events that it shows itself. */
export type ViewProps = { request: ListRequest; locale: string; now: Date };

const VIEW_OF: Record<View, (props: ViewProps) => Promise<ReactNode>> = {
	list: ListView,
	month: MonthView,
	map: MapView,
	agenda: AgendaView,
};

/** Title and addresses of the list under these parameters. */
export async function eventsMetadata(locale: string, query: SearchParams): Promise<Metadata> {
	const request = readListRequest(query, currentSeason(new Date()));
	const { season, chosen, view } = request;
	const t = await getTranslations({ locale, namespace: "events" });
	const { canonical, languages } = alternatesOf(locale, "/events");
	const isSelection = Object.keys(chosen).length > 0 || view !== VIEWS[0];
	return {
		title: t(titleKey(season), { season }),
		alternates: {
			canonical,
			languages,
			types: await feedTypes(request, locale),
		},
		// Each selection is another view of the same events: one address is enough for search engines.
		robots: isSelection ? { index: false, follow: true } : undefined,
	};
}

/** The events under the visitor's filters, in the view that was asked for. */
export async function EventsPage({ locale, query }: { locale: string; query: SearchParams }) {
	const now = new Date();
	const thisSeason = currentSeason(now);
	const request = readListRequest(query, thisSeason);
	const [total, facets, t] = await Promise.all([
		countPublished(request.filters),
		facetsOf(request.filters),
		getTranslations("events"),
	]);
	const organisers = await organiserNames(facets, request.chosen.organiser);
	const View = VIEW_OF[request.view];
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
					facets={facets}
					organisers={organisers}
					currentSeason={thisSeason}
				/>
				<Ignored names={request.ignored} />
				<ActiveFilters chosen={request.chosen} view={request.view} organisers={organisers} />
				<NearChoices chosen={request.chosen} view={request.view} />
				<ViewSwitch request={request} />
			</div>
			{!request.isReversed && (
				<div className="mt-8 flex flex-col gap-12">
					<View request={request} locale={locale} now={now} />
					{mayBeSubscribed(request, total) && <Subscribe request={request} locale={locale} />}
				</div>
			)}
		</Container>
	);
}

/** The whole calendar goes on also where this season is still empty. */
function mayBeSubscribed({ chosen }: ListRequest, total: number): boolean {
	return total > 0 || Object.keys(chosen).length === 0;
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
