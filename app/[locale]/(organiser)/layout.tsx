import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskShell } from "@/app/desk-shell";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

/** The organisers' desk. Each page sends who is not signed in to sign in, and back to itself. */
export default async function OrganiserLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return <DeskShell>{children}</DeskShell>;
}
