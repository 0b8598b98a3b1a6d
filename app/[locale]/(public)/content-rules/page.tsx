import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { use } from "react";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Prose } from "@/components/ui/text";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "contentRules" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/content-rules"),
	};
}

/** What may be published, and what may not. */
export default function ContentRulesPage({ params }: Props) {
	setRequestLocale(use(params).locale);
	const t = useTranslations("contentRules");
	const nav = useTranslations("nav");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<Prose>
				<h2>{t("belongsTitle")}</h2>
				<ul>
					<li>{t("belongs.events")}</li>
					<li>{t("belongs.public")}</li>
					<li>{t("belongs.true")}</li>
				</ul>
				<h2>{t("notTitle")}</h2>
				<ul>
					<li>{t("not.hatred")}</li>
					<li>{t("not.private")}</li>
					<li>{t("not.graphic")}</li>
					<li>{t("not.stolen")}</li>
					<li>{t("not.advertising")}</li>
				</ul>
				<h2>{t("claimsTitle")}</h2>
				<p>{t("claims")}</p>
				<h2>{t("reviewTitle")}</h2>
				<p>{t("review")}</p>
				<h2>{t("reportTitle")}</h2>
				<p>{t("report")}</p>
			</Prose>
		</Container>
	);
}
