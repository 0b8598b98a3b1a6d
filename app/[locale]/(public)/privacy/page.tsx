import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { use } from "react";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Prose } from "@/components/ui/text";
import { env } from "@/lib/env";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "privacy" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/privacy"),
	};
}

/** What this site keeps about people; must stay true to the program. */
export default function PrivacyPage({ params }: Props) {
	setRequestLocale(use(params).locale);
	const t = useTranslations("privacy");
	const nav = useTranslations("nav");
	const map = env().MAP_STYLE_URL;
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<Prose>
				<h2>{t("visitorsTitle")}</h2>
				<ul>
					<li>{t("visitors.cookies")}</li>
					<li>
						{map
							? t("visitors.foreignMap", { host: new URL(map).host })
							: t("visitors.nothingForeign")}
					</li>
					<li>{t("visitors.mapPosition")}</li>
					<li>{t("visitors.language")}</li>
					<li>{t("visitors.limits")}</li>
					<li>{t("visitors.reports")}</li>
				</ul>
				<h2>{t("accountsTitle")}</h2>
				<ul>
					<li>{t("accounts.address")}</li>
					<li>{t("accounts.session")}</li>
					<li>{t("accounts.record")}</li>
					<li>{t("accounts.kept")}</li>
					<li>{t("accounts.messages")}</li>
					<li>{t("accounts.own")}</li>
				</ul>
				<h2>{t("publicTitle")}</h2>
				<p>{t("public")}</p>
			</Prose>
		</Container>
	);
}
