import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PageShell } from "@/components/shell/page-shell";
import { env } from "@/lib/env";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** Public pages are the same for everyone: their head knows no session. */
export default async function PublicLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return <PageShell contact={env().CONTACT_EMAIL}>{children}</PageShell>;
}
