import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Prose } from "@/components/ui/text";
import { env } from "@/lib/env";
import { formatDay } from "@/lib/time/format";
import { nextCommemoration } from "@/lib/time/season";
import { AboutCalendar } from "./about-calendar";
import { AboutDay } from "./about-day";
import { AboutEvent } from "./about-event";
import { SourceList } from "./source-list";

type Props = { params: Promise<{ locale: string }> };

/** The next anniversary turns over with the day. */
export const revalidate = 3600;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "about" });
	return {
		title: t("title"),
		description: await leadOf(locale),
		alternates: alternatesOf(locale, "/about"),
	};
}

/** What the day is and what this calendar is, every figure with its source. */
export default async function AboutPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("about");
	const nav = await getTranslations("nav");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={await leadOf(locale)}
			/>
			<Prose>
				<AboutDay />
				<AboutEvent />
				<AboutCalendar contact={env().CONTACT_EMAIL} />
				<SourceList />
			</Prose>
		</Container>
	);
}

async function leadOf(locale: string): Promise<string> {
	const t = await getTranslations({ locale, namespace: "about" });
	const { date, anniversary } = nextCommemoration(new Date(), "UTC");
	return t("lead", { date: formatDay(date, locale), number: anniversary });
}
