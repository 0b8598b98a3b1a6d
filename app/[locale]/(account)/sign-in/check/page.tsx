import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { findOpenRequest } from "@/lib/accounts/confirm-sign-in";
import { requestCookieName } from "@/lib/accounts/session-cookie";
import { env } from "@/lib/env";
import { CodeForm } from "./code-form";
import { ResendForm } from "./resend-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.check" });
	return { title: t("title") };
}

export default async function CheckPage({ params }: Props) {
	const { locale } = await params;
	const t = await getTranslations("account.check");
	const requestId = (await cookies()).get(requestCookieName())?.value;
	const request = requestId ? await findOpenRequest(requestId, new Date()) : null;
	if (!request) return <NothingToCheck />;
	const address = () => <bdi className="font-medium">{request.email}</bdi>;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t.rich("lead", { address })} />
			<div className="flex flex-col gap-12">
				<CodeForm locale={locale} />
				{env().OUTBOX && (
					<Notice>
						{t.rich("outbox", { outbox: (chunks) => <Link href="/outbox">{chunks}</Link> })}
					</Notice>
				)}
				<ResendForm locale={locale} email={request.email} returnTo={request.returnTo ?? ""} />
			</div>
		</Container>
	);
}

async function NothingToCheck() {
	const t = await getTranslations("account.check");
	return (
		<Container width="narrow">
			<PageHeader title={t("over.title")} lead={t("over.text")} />
			<ButtonLink href="/sign-in">{t("over.again")}</ButtonLink>
		</Container>
	);
}
