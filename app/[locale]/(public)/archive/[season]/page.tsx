import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedSeason, cachedSeasonTheme } from "@/app/cached-places";
import { readSeasonSegment } from "@/app/event-address";
import { alternatesOf } from "@/app/page-address";
import { SeasonTheme } from "@/components/calendar/season-theme";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import type { SeasonPage as PageData } from "@/lib/calendar/archive";
import { seasonPath } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { TypeTable } from "../type-table";
import { SeasonCountries } from "./season-countries";
import { SeasonNumbers } from "./season-numbers";

type Props = { params: Promise<{ locale: string; season: string }> };

/** A season is over without a publication. */
export const revalidate = 300;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { season: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, season: segment } = await params;
	const page = await seasonAt(segment);
	if (!page) return {};
	const t = await getTranslations({ locale, namespace: "season" });
	const season = String(page.season);
	return {
		title: page.season === null ? t("undatedTitle") : t("title", { season }),
		description: page.season === null ? t("undatedLead") : t("description", { season }),
		alternates: alternatesOf(locale, seasonPath(page.season)),
	};
}

/** One season: its numbers, and the first lines of each country. */
export default async function SeasonPage({ params }: Props) {
	const { locale, season: segment } = await params;
	setRequestLocale(locale);
	const page = await seasonAt(segment);
	if (!page) notFound();
	const { season } = page;
	const theme = season === null ? [] : await cachedSeasonTheme(season);
	const t = await getTranslations("season");
	const archive = await getTranslations("archive");
	const events = await getTranslations("events");
	const title = season === null ? t("undatedTitle") : t("title", { season: String(season) });
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: archive("title"), href: "/archive" }, { label: title }]}
				eyebrow={season !== null && events("anniversary", { number: anniversaryOf(season) })}
				title={title}
				lead={season === null && t("undatedLead")}
			/>
			<div className="flex flex-col gap-20">
				{season !== null && <SeasonTheme season={season} texts={theme} />}
				<SeasonNumbers page={page} isOver={season === null || isOver(season)} />
				<SeasonCountries page={page} />
				<ButtonLink
					href={{ pathname: "/events", query: { season: seasonSegment(season) } }}
					prefetch={false}
					variant="secondary"
					className="-mt-10 self-start"
				>
					{t("allOf", { count: page.numbers.events })}
				</ButtonLink>
				<TypeTable types={page.types} />
				<Neighbours page={page} />
			</div>
		</Container>
	);
}

async function Neighbours({ page: { earlier, later } }: { page: PageData }) {
	const t = await getTranslations("season");
	return (
		<Pagination
			previousHref={earlier === null ? undefined : seasonPath(earlier)}
			nextHref={later === null ? undefined : seasonPath(later)}
			previousLabel={earlier !== null && t("earlier", { year: String(earlier) })}
			nextLabel={later !== null && t("later", { year: String(later) })}
		/>
	);
}

function isOver(season: number): boolean {
	return season < currentSeason(new Date());
}

async function seasonAt(segment: string): Promise<PageData | null> {
	const season = readSeasonSegment(segment);
	return season === undefined ? null : cachedSeason(season);
}
