import "server-only";
import { notFound } from "next/navigation";
import { redirect } from "@/i18n/navigation";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import { isReviewer, type SignedInViewer } from "@/lib/permissions/viewer";

/** The signed-in viewer; anybody else is sent to sign in and comes back to `path` (without language). */
export async function requireViewer(locale: string, path: string): Promise<SignedInViewer> {
	const viewer = await currentViewer();
	if (viewer.kind === "user") return viewer;
	const returnTo = encodeURIComponent(`/${locale}${path}`);
	return redirect({ href: `/sign-in?returnTo=${returnTo}`, locale });
}

/**
 * A coordinator or admin; for others the page does not exist. Who has not proven the second factor in this session is led
 * to do so, and comes back to `path`.
 */
export async function requireReviewer(locale: string, path: string): Promise<SignedInViewer> {
	const viewer = await requireViewer(locale, path);
	if (!viewer.hasOffice) notFound();
	if (isReviewer(viewer)) return viewer;
	const returnTo = encodeURIComponent(`/${locale}${path}`);
	return redirect({ href: `/second-factor?returnTo=${returnTo}`, locale });
}

/** Leads whoever has not proven the second factor a moment ago to do so, and back to `path`. */
export async function requireProvenJustNow(
	viewer: SignedInViewer,
	{ locale, path }: { locale: string; path: string },
): Promise<void> {
	if (isFreshlyProven(viewer, new Date())) return;
	const returnTo = encodeURIComponent(`/${locale}${path}`);
	return redirect({ href: `/second-factor/again?returnTo=${returnTo}`, locale });
}
