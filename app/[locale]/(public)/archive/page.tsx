import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedArchive } from "@/app/cached-places";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";
import { seasonPath } from "@/lib/calendar/paths";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { SeasonChart } from "./season-chart";
import { SeasonTable } from "./season-table";
import { TypeTable } from "./type-table";
import { byYear, typesOfAll } from "./years";

type Props = { params: Promise<{ locale: string }> };

/** On 28 August a season becomes a past one without a publication. */
export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "archive" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/archive"),
	};
}

/** The past seasons beside each other. */
export default async function ArchivePage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("archive");
	const nav = await getTranslations("nav");
	const seasons = await cachedArchive();
	const thisSeason = currentSeason(new Date());
	const years = byYear(seasons, thisSeason);
	const undated = seasons.find(({ season }) => season === null);
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<div className="flex flex-col gap-20">
				{years.length === 0 ? (
					<EmptyState title={t("empty")} />
				) : (
					<>
						<SeasonChart years={years} />
						<SeasonTable years={years} />
						<TypeTable types={typesOfAll(years, undated)} />
					</>
				)}
				<OtherSeasons
					season={seasons.find(({ season }) => season === thisSeason)}
					undatedEvents={undated?.numbers.events ?? 0}
				/>
			</div>
		</Container>
	);
}

type Others = {
	season: Awaited<ReturnType<typeof cachedArchive>>[number] | undefined;
	undatedEvents: number;
};

/** What has no place in a comparison of years: the one that goes on, and events of an unknown one. */
async function OtherSeasons({ season, undatedEvents }: Others) {
	const t = await getTranslations("archive");
	const home = await getTranslations("home");
	const events = await getTranslations("events");
	return (
		<ul className="flex flex-col gap-3 empty:hidden">
			{season && season.season !== null && (
				<li>
					<Link href={seasonPath(season.season)} prefetch={false} className="text-link">
						{`${t("thisSeason")}: ${season.season}`}
					</Link>
					<span className="ms-3 text-sm text-muted">
						{events("anniversary", { number: anniversaryOf(season.season) })}
						{" · "}
						{home("countryEvents", { count: season.numbers.events })}
					</span>
				</li>
			)}
			{undatedEvents > 0 && (
				<li>
					<Link href={seasonPath(null)} prefetch={false} className="text-link">
						{t("undated", { count: undatedEvents })}
					</Link>
				</li>
			)}
		</ul>
	);
}
