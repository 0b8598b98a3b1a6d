import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireProvenJustNow, requireViewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { readOwnFactors } from "@/lib/accounts/factors";
import { safeReturnTo } from "@/lib/accounts/return-to";
import { CodesForm } from "./codes-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("account.factor.codes");
	return { title: t("title") };
}

/** Where recovery codes are made, and shown for the one time. */
export default async function RecoveryCodesPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const query = await searchParams;
	const returnTo = safeReturnTo(query.returnTo) ?? "";
	const path = `/second-factor/codes?returnTo=${encodeURIComponent(returnTo)}`;
	const viewer = await requireViewer(locale, path);
	if (viewer.factor === "none") notFound();
	await requireProvenJustNow(viewer, { locale, path });
	const [{ codesLeft }, t] = await Promise.all([
		readOwnFactors(viewer),
		getTranslations("account.factor.codes"),
	]);
	return (
		<Container width="narrow">
			{query.new === "1" && (
				<Notice tone="success" live title={t("added")} className="mt-6 print:hidden" />
			)}
			<PageHeader title={t("title")} lead={t("lead")} />
			<CodesForm
				locale={locale}
				account={viewer.email}
				hasCodes={codesLeft > 0}
				next={returnTo || `/${locale}/my/account`}
			/>
		</Container>
	);
}
