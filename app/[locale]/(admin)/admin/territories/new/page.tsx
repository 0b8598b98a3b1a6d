import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import { listCountries } from "@/lib/places/countries";
import { listZones } from "@/lib/time/zones";
import { TerritoryForm } from "../territory-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("territories");
	return { title: t("new") };
}

/** Makes a territory. */
export default async function NewTerritoryPage({ params }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/territories/new");
	if (!can(viewer, { action: "territories.edit" })) notFound();
	const t = await getTranslations("territories");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: t("title"), href: "/admin/territories" }, { label: t("new") }]}
				title={t("new")}
			/>
			{isFreshlyProven(viewer, new Date()) ? (
				<TerritoryForm
					locale={locale}
					idempotencyKey={randomUUID()}
					territory={null}
					countries={listCountries(locale)}
					zones={listZones()}
				/>
			) : (
				<ProveAgain path={`/${locale}/admin/territories/new`} />
			)}
		</Container>
	);
}
