import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { AccountForm } from "./account-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.own" });
	return { title: t("title") };
}

export default async function AccountPage({ params }: Props) {
	const { locale } = await params;
	const viewer = await currentViewer();
	if (viewer.kind === "anonymous") {
		redirect(`/${locale}/sign-in?returnTo=${encodeURIComponent(`/${locale}/my/account`)}`);
	}
	const t = await getTranslations("account.own");
	const address = () => <bdi className="font-medium">{viewer.email}</bdi>;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t.rich("lead", { address })} />
			<AccountForm name={viewer.name ?? ""} locale={viewer.locale} />
		</Container>
	);
}
