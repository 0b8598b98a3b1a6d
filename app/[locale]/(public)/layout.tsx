import type { Metadata } from "next";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { linkPreview } from "@/app/link-preview";
import { PageShell } from "@/components/shell/page-shell";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/text/languages";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** Every public page has a preview; a page with one of its own replaces it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	return hasLocale(LOCALES, locale) ? { openGraph: await linkPreview(locale) } : {};
}

/** Public pages are the same for everyone: their head knows no session. */
export default async function PublicLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return <PageShell contact={env().CONTACT_EMAIL}>{children}</PageShell>;
}
