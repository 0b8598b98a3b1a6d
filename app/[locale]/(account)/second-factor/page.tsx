import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { safeReturnTo } from "@/lib/accounts/return-to";
import { AddFactor } from "./add-factor";
import { ProveFactor } from "./prove-factor";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("account.factor");
	return { title: t("title") };
}

/** Where coordinators and admins are led before their desk: to prove the second factor, or first to set one up. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const returnTo = safeReturnTo((await searchParams).returnTo);
	const query = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : "";
	const viewer = await requireViewer(locale, `/second-factor${query}`);
	if (viewer.factor === "proven") redirect(returnTo ?? `/${locale}/my/account`);
	if (viewer.factor === "none" && !viewer.hasOffice) notFound();
	const t = await getTranslations("account.factor");
	const isNew = viewer.factor === "none";
	return (
		<Container width="narrow">
			<PageHeader
				title={t(isNew ? "setUp.title" : "prove.title")}
				lead={t(isNew ? "setUp.lead" : "prove.lead")}
			/>
			{isNew ? (
				<AddFactor locale={locale} returnTo={returnTo ?? ""} hasApp={false} />
			) : (
				<ProveFactor viewer={viewer} locale={locale} returnTo={returnTo ?? ""} />
			)}
		</Container>
	);
}
