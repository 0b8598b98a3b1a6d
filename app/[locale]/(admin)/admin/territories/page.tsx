import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { TerritoryCard } from "@/components/moderation/territory-card";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { listTerritories, listUnwatchedCountries } from "@/lib/moderation/territory-queries";
import { can } from "@/lib/permissions/can";
import { countryName } from "@/lib/places/countries";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("territories");
	return { title: t("title") };
}

/** Who reviews which countries. */
export default async function TerritoriesPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/territories");
	if (!can(viewer, { action: "territories.edit" })) notFound();
	const [territories, unwatched, t] = await Promise.all([
		listTerritories(viewer, new Date()),
		listUnwatchedCountries(viewer),
		getTranslations("territories"),
	]);
	const isDeleted = (await searchParams).done === "deleted";
	return (
		<Container width="narrow">
			<PageHeader
				title={t("title")}
				lead={t("lead")}
				actions={<ButtonLink href="/admin/territories/new">{t("new")}</ButtonLink>}
			/>
			{isDeleted && (
				<div className="mb-8">
					<Notice tone="success" live title={t("done.deleted")} />
				</div>
			)}
			{unwatched.length > 0 && (
				<section aria-labelledby="unwatched" className="mb-10">
					<h2 id="unwatched" className="mb-3 font-medium">
						{t("unwatched")}
					</h2>
					<ul className="flex flex-wrap gap-x-6 gap-y-2">
						{unwatched.map(({ country, count }) => (
							<li key={country}>
								<Link href={`/review?country=${country}`} prefetch={false} className="text-link">
									{countryName(country, locale)}
								</Link>{" "}
								<span className="figures text-muted">{count}</span>
							</li>
						))}
					</ul>
				</section>
			)}
			{territories.length === 0 ? (
				<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
			) : (
				<div className="flex flex-col gap-6">
					{territories.map((territory) => (
						<TerritoryCard
							key={territory.id}
							territory={territory}
							locale={locale}
							href={`/admin/territories/${territory.id}`}
						/>
					))}
				</div>
			)}
		</Container>
	);
}
