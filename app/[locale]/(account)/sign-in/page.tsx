import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { DEMO_EMAILS, showsDemoCodes } from "@/lib/accounts/demonstration";
import { safeReturnTo } from "@/lib/accounts/return-to";
import { env } from "@/lib/env";
import { SignInForm } from "./sign-in-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.signIn" });
	return { title: t("title") };
}

export default async function SignInPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const returnTo = safeReturnTo((await searchParams).returnTo);
	const viewer = await currentViewer();
	if (viewer.kind === "user") redirect(returnTo ?? `/${locale}/my`);
	const t = await getTranslations("account.signIn");
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("lead")} />
			<SignInForm locale={locale} returnTo={returnTo ?? ""} />
			{env().DEMO && env().OUTBOX && (
				<Notice className="mt-12" title={t("demonstration.title")}>
					<p>
						{t.rich("demonstration.text", {
							outbox: (chunks) => <Link href="/outbox">{chunks}</Link>,
						})}
					</p>
					<ul className="mt-2">
						{Object.values(DEMO_EMAILS).map((address) => (
							<li key={address} dir="ltr" className="text-start">
								{address}
							</li>
						))}
					</ul>
					{showsDemoCodes() && <p className="mt-2">{t("demonstration.factor")}</p>}
				</Notice>
			)}
		</Container>
	);
}
