import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { findSignInEmail } from "@/lib/accounts/confirm-sign-in";
import { LinkForm } from "./link-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.link" });
	return { title: t("title") };
}

/** Where the mail's link leads. Looking at it changes nothing: mail scanners open links too. */
export default async function LinkPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const { token } = await searchParams;
	const email = typeof token === "string" ? await findSignInEmail(token, new Date()) : null;
	if (typeof token !== "string" || !email) return <LinkIsOver />;
	const t = await getTranslations("account.link");
	const address = () => <bdi className="font-medium">{email}</bdi>;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t.rich("lead", { address })} />
			<LinkForm locale={locale} token={token} />
		</Container>
	);
}

async function LinkIsOver() {
	const t = await getTranslations("account.link");
	return (
		<Container width="narrow">
			<PageHeader title={t("over.title")} lead={t("over.text")} />
			<ButtonLink href="/sign-in">{t("over.again")}</ButtonLink>
		</Container>
	);
}
