import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/app/[locale]/(public)/events/print-button";
import { requireReviewer } from "@/app/require-viewer";
import { NumberRow } from "@/components/calendar/number-row";
import { FigureDefinitions } from "@/components/moderation/figure-definitions";
import { SeasonFigures } from "@/components/moderation/season-figures";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { listSeasonByCountry, placesAndOrganisers } from "@/lib/calendar/season-listing";
import { type Figures, readFigures } from "@/lib/moderation/figures";
import { totalOf } from "@/lib/moderation/tallies";
import { can } from "@/lib/permissions/can";
import { formatDay } from "@/lib/time/format";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { figuresAddress } from "../figures-address";
import { ScopeLine } from "../scope-line";
import { CountryTable } from "./country-table";
import { EventLists } from "./event-lists";
import { ReportSources } from "./report-sources";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PATH = "/admin/figures";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("figures");
	return { title: t("toReport") };
}

/** A season on paper: what it came to, and each of its public events. */
export default async function ReportPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, `${PATH}/report`);
	if (!can(viewer, { action: "figures.read" })) notFound();
	const now = new Date();
	const { season = currentSeason(now) } = figuresAddress.parse(await searchParams);
	const figures = await readFigures(viewer, { season, now });
	const [countries, t, home, places, events] = await Promise.all([
		listSeasonByCountry(season, {
			countries: figures.countries,
			withExamples: figures.countsExamples,
		}),
		getTranslations("figures"),
		getTranslations("home"),
		getTranslations("places"),
		getTranslations("events"),
	]);
	const all = countries.flatMap((country) => country.events);
	const numbers = { countries: countries.length, ...placesAndOrganisers(all) };
	return (
		<div className="season-report">
			<Container>
				<PageHeader
					crumbs={[{ href: `${PATH}?season=${season}`, label: t("title") }]}
					eyebrow={events("anniversary", { number: anniversaryOf(season) })}
					title={t("report.title", { year: String(season) })}
					lead={t("report.lead", { year: String(season) })}
					actions={
						<PrintButton
							label={t("report.print")}
							className={buttonClass({ variant: "secondary" })}
						/>
					}
				/>
				<p className="text-muted">
					{t("report.asOf", { date: formatDay(now.toISOString().slice(0, 10), locale) })}
				</p>
				<ScopeLine countries={figures.countries} locale={locale} />
				{figures.countsExamples && (
					<div className="mt-6">
						<Notice tone="info" title={t("examples.title")}>
							{t("examples.text")}
						</Notice>
					</div>
				)}
				<div className="mt-12 flex flex-col gap-16 print:block print:*:mb-10">
					<NumberRow
						title={places("numbers")}
						items={[
							{ key: "events", value: all.length, label: home("events", { count: all.length }) },
							{
								key: "countries",
								value: numbers.countries,
								label: home("countries", { count: numbers.countries }),
							},
							{
								key: "cities",
								value: numbers.cities,
								label: home("cities", { count: numbers.cities }),
							},
							{
								key: "organisers",
								value: numbers.organisers,
								label: places("organisersCounted", { count: numbers.organisers }),
							},
						]}
					/>
					{isAnythingHandedIn(figures) ? (
						<SeasonFigures figures={figures} />
					) : (
						<p className="text-muted">{t("report.nothingHandedIn", { year: String(season) })}</p>
					)}
					{countries.length === 0 ? (
						<EmptyState title={t("report.none")} />
					) : (
						<>
							<CountryTable countries={countries} recaps={figures.recaps} locale={locale} />
							<EventLists countries={countries} locale={locale} />
						</>
					)}
					<FigureDefinitions />
					<ReportSources season={season} locale={locale} />
				</div>
			</Container>
		</div>
	);
}

/** Seasons from before this calendar have public events, but nothing was handed in and decided here. */
function isAnythingHandedIn({ tallies, recaps }: Figures): boolean {
	const { now, before } = totalOf(tallies);
	return now.submissions + before.submissions > 0 || recaps.length > 0;
}
