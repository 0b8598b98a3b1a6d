import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type PreviewImage, sitePreviewImage } from "@/app/og/preview-image";
import { LOCALES, type Locale } from "@/lib/text/languages";

type OpenGraph = NonNullable<Metadata["openGraph"]>;

/** Language and country, as the Open Graph protocol wants them; no country is meant. */
const OPEN_GRAPH_LOCALES: Record<Locale, string> = {
	en: "en_GB",
	az: "az_AZ",
	tr: "tr_TR",
	ru: "ru_RU",
	de: "de_DE",
	fr: "fr_FR",
	es: "es_ES",
	ar: "ar_AR",
};

/** What programs show beside a link to any page; title and description come from the page, the address may. */
export async function linkPreview(
	locale: string,
	own: { url?: string; images?: (PreviewImage | { url: string; alt?: string })[] } = {},
): Promise<OpenGraph> {
	const t = await getTranslations({ locale, namespace: "site" });
	const { url, images = [await sitePreviewImage(locale)] } = own;
	return {
		type: "website",
		siteName: t("name"),
		locale: OPEN_GRAPH_LOCALES[locale as Locale],
		alternateLocale: LOCALES.filter((other) => other !== locale).map(
			(other) => OPEN_GRAPH_LOCALES[other],
		),
		...(url ? { url } : {}),
		images,
	};
}
