import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { DayChart } from "@/components/moderation/day-chart";
import { FigureDefinitions } from "@/components/moderation/figure-definitions";
import { SeasonFigures } from "@/components/moderation/season-figures";
import { TallyTable } from "@/components/moderation/tally-table";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Button, ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/text-fields";
import { listFigureSeasons, readFigures } from "@/lib/moderation/figures";
import { totalOf } from "@/lib/moderation/tallies";
import { can } from "@/lib/permissions/can";
import { anniversaryOf, currentSeason } from "@/lib/time/season";
import { BREAKDOWNS, namesOf } from "./figure-names";
import { figuresAddress } from "./figures-address";
import { ScopeLine } from "./scope-line";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PATH = "/admin/figures";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("figures");
	return { title: t("title") };
}

/** What was handed in and decided in a season, compared with the one before. */
export default async function FiguresPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, PATH);
	if (!can(viewer, { action: "figures.read" })) notFound();
	const now = new Date();
	const { season = currentSeason(now) } = figuresAddress.parse(await searchParams);
	const [figures, seasons, t, names] = await Promise.all([
		readFigures(viewer, { season, now }),
		listFigureSeasons(viewer, now),
		getTranslations("figures"),
		namesOf(locale),
	]);
	const { now: total, before } = totalOf(figures.tallies);
	const isEmpty = total.submissions + before.submissions === 0;
	return (
		<Container>
			<PageHeader
				title={t("title")}
				eyebrow={t("anniversary", { year: String(season), number: anniversaryOf(season) })}
				lead={t("lead")}
				actions={
					<div className="flex flex-wrap gap-3 print:hidden">
						<ButtonAnchor
							href={`/${locale}${PATH}/csv?season=${season}`}
							variant="secondary"
							download
						>
							{t("csv")}
						</ButtonAnchor>
						<ButtonLink
							href={`${PATH}/report?season=${season}`}
							prefetch={false}
							variant="secondary"
						>
							{t("toReport")}
						</ButtonLink>
					</div>
				}
			/>
			<form
				action={`/${locale}${PATH}`}
				className="mb-8 flex flex-wrap items-end gap-x-6 gap-y-4 border-y border-line py-6"
			>
				<div className="min-w-52">
					<SelectField
						name="season"
						label={t("season")}
						plain
						defaultValue={String(season)}
						options={[...new Set([season, ...seasons])]
							.sort((one, other) => other - one)
							.map((year) => ({ value: String(year), label: String(year) }))}
					/>
				</div>
				<Button type="submit" variant="secondary">
					{t("show")}
				</Button>
			</form>
			<ScopeLine countries={figures.countries} locale={locale} />
			{figures.countsExamples && (
				<div className="mt-6">
					<Notice tone="info" title={t("examples.title")}>
						{t("examples.text")}
					</Notice>
				</div>
			)}
			<div className="mt-10 flex flex-col gap-16">
				<SeasonFigures figures={figures} />
				{isEmpty ? (
					<EmptyState title={t("none")} />
				) : (
					<>
						{BREAKDOWNS.map((dimension) => (
							<TallyTable
								key={dimension}
								title={t(`by.${dimension}.title`)}
								nameHeader={t(`by.${dimension}.name`)}
								nameOf={(key) => names[dimension](key)}
								rows={figures.tallies[dimension]}
								season={season}
							/>
						))}
						<DayChart days={figures.days} />
					</>
				)}
				<FigureDefinitions />
			</div>
		</Container>
	);
}
