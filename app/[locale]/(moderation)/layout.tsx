import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskShell } from "@/app/desk-shell";
import { requireReviewer } from "@/app/require-viewer";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

/** The reviewers' desk; who is none is sent to sign in, or told that there is nothing here. */
export default async function ModerationLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	await requireReviewer(locale, "/review");
	return <DeskShell>{children}</DeskShell>;
}
