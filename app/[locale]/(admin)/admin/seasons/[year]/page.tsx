import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { DomainError } from "@/lib/errors";
import { getSeasonView, type SeasonView } from "@/lib/moderation/season-queries";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { earthDay } from "@/lib/time/earth-day";
import { formatInstant } from "@/lib/time/format";
import { anniversaryOf } from "@/lib/time/season";
import { WindowLine } from "../window-line";
import { SeasonForm } from "./season-form";

type Props = {
	params: Promise<{ locale: string; year: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations("seasons");
	return { title: t("one", { year: (await params).year }) };
}

/** One season: how its window stands, and what admins set for it. */
export default async function SeasonPage({ params, searchParams }: Props) {
	const { locale, year } = await params;
	const path = `/admin/seasons/${year}`;
	const viewer = await requireReviewer(locale, path);
	const season = await readSeason(viewer, year);
	const t = await getTranslations("seasons");
	const events = await getTranslations("events");
	const number = anniversaryOf(season.year);
	const isFresh = isFreshlyProven(viewer, new Date());
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/admin/seasons" },
					{ label: t("one", { year: String(season.year) }) },
				]}
				eyebrow={number > 0 && events("anniversary", { number })}
				title={t("one", { year: String(season.year) })}
			/>
			{(await searchParams).done === "saved" && (
				<Notice tone="success" live title={t("saved")} className="mb-8" />
			)}
			<Standing season={season} locale={locale} />
			{!isFresh && <ProveAgain path={`/${locale}${path}`} className="mt-10" />}
			{isFresh && (
				<div className="mt-12">
					<SeasonForm key={season.version} season={season} locale={locale} />
				</div>
			)}
		</Container>
	);
}

async function Standing({ season, locale }: { season: SeasonView; locale: string }) {
	const t = await getTranslations("seasons");
	const { year, opensOn, closesOn, events } = season;
	const at = (instant: number) => `${formatInstant(new Date(instant), "UTC", locale)} UTC`;
	return (
		<DefinitionList
			items={[
				{
					key: "window",
					term: t("window"),
					details: (
						<>
							<p className="font-medium">
								<WindowLine season={season} locale={locale} />
							</p>
							{opensOn !== null && (
								<p className="text-sm text-muted">
									{t("opensAt", { instant: at(earthDay(opensOn).from) })}
								</p>
							)}
							{closesOn !== null && (
								<p className="text-sm text-muted">
									{t("closesAt", { instant: at(earthDay(closesOn).until) })}
								</p>
							)}
						</>
					),
				},
				{
					key: "events",
					term: t("events"),
					details:
						events > 0 ? (
							<Link href={`/archive/${year}`} prefetch={false} className="text-link">
								{t("count", { count: events })}
							</Link>
						) : (
							t("count", { count: events })
						),
				},
			]}
		/>
	);
}

async function readSeason(viewer: Viewer, year: string): Promise<SeasonView> {
	if (!can(viewer, { action: "seasons.edit" }) || !/^\d{4}$/.test(year)) notFound();
	return getSeasonView(viewer, Number(year), new Date()).catch((error: unknown) => {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	});
}
