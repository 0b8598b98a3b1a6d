import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Table } from "@/components/ui/table";
import { Link } from "@/i18n/navigation";
import { listSeasonViews, type SeasonView } from "@/lib/moderation/season-queries";
import { can } from "@/lib/permissions/can";
import { languageNames } from "@/lib/text/languages";
import { WindowLine } from "./window-line";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("seasons");
	return { title: t("title") };
}

/** Every season with its theme and its submission window. */
export default async function SeasonsPage({ params }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/seasons");
	if (!can(viewer, { action: "seasons.edit" })) notFound();
	const [seasons, t, format] = await Promise.all([
		listSeasonViews(viewer, new Date()),
		getTranslations("seasons"),
		getFormatter(),
	]);
	return (
		<Container>
			<PageHeader title={t("title")} lead={t("lead")} />
			<Table
				caption={t("title")}
				hideCaption
				rows={seasons}
				rowKey={({ year }) => year}
				columns={[
					{
						key: "year",
						header: t("year"),
						isRowHeader: true,
						cell: ({ year }) => (
							<Link
								href={`/admin/seasons/${year}`}
								prefetch={false}
								className="figures -my-2 inline-block py-2 text-link"
							>
								{year}
							</Link>
						),
					},
					{
						key: "events",
						header: t("events"),
						align: "end",
						cell: ({ events }) => <span className="figures">{format.number(events)}</span>,
					},
					{
						key: "window",
						header: t("window"),
						isText: true,
						cell: (season) => <WindowLine season={season} locale={locale} />,
					},
					{
						key: "theme",
						header: t("theme"),
						isText: true,
						cell: (season) =>
							themeLine(season, locale) ?? <span className="text-muted">{t("noTheme")}</span>,
					},
				]}
			/>
		</Container>
	);
}

function themeLine({ texts }: SeasonView, locale: string): string | null {
	if (texts.length === 0) return null;
	return languageNames(
		texts.map((text) => text.locale),
		locale,
	);
}
