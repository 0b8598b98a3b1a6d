import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ReviewersDesk } from "@/app/reviewers-desk";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

/**
 * The reviewers' desk. Each page asks who is there (requireReviewer) and brings who signs in back to itself: a layout is
 * not rendered again when one of its pages leads to another.
 */
export default async function ModerationLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return <ReviewersDesk>{children}</ReviewersDesk>;
}
