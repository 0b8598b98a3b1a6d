import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { safeReturnTo } from "@/lib/accounts/return-to";
import { FRESH_PROOF_MINUTES } from "@/lib/permissions/second-factor";
import { ProveFactor } from "../prove-factor";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("account.factor");
	return { title: t("again.title") };
}

/** Asks for the second factor once more before something that a device left open must not do. */
export default async function ProveAgainPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const returnTo = safeReturnTo((await searchParams).returnTo) ?? "";
	const viewer = await requireViewer(
		locale,
		`/second-factor/again?returnTo=${encodeURIComponent(returnTo)}`,
	);
	if (viewer.factor === "none") notFound();
	const t = await getTranslations("account.factor");
	return (
		<Container width="narrow">
			<PageHeader
				title={t("again.title")}
				lead={t("again.lead", { minutes: FRESH_PROOF_MINUTES })}
			/>
			<ProveFactor viewer={viewer} locale={locale} returnTo={returnTo} />
		</Container>
	);
}
