import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FaultContent } from "@/components/shell/fault-content";
import { FaultPage } from "@/components/shell/fault-page";
import { FontPreloads } from "@/components/shell/font-preloads";
import { directionOf, LOCALES } from "@/lib/text/languages";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { locale: string }[] {
	return [];
}

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	colorScheme: "light dark",
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f8f6f2" },
		{ media: "(prefers-color-scheme: dark)", color: "#151412" },
	],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	if (!hasLocale(LOCALES, locale)) return {};
	const t = await getTranslations({ locale, namespace: "site" });
	return {
		title: { default: t("name"), template: `%s · ${t("shortName")}` },
		description: t("description"),
		applicationName: t("shortName"),
		manifest: "/manifest.webmanifest",
		icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/apple-icon.png" },
	};
}

export default async function LocaleLayout({ children, params }: Props) {
	const { locale } = await params;
	if (!hasLocale(LOCALES, locale)) notFound();
	setRequestLocale(locale);
	return (
		<html lang={locale} dir={directionOf(locale)}>
			<body>
				<FontPreloads locale={locale} />
				<FaultPage page={<FaultContent />}>{children}</FaultPage>
			</body>
		</html>
	);
}
