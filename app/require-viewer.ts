import "server-only";
import { notFound } from "next/navigation";
import { redirect } from "@/i18n/navigation";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { isReviewer, type SignedInViewer } from "@/lib/permissions/viewer";

/** The signed-in viewer; anybody else is sent to sign in and comes back to `path` (without language). */
export async function requireViewer(locale: string, path: string): Promise<SignedInViewer> {
	const viewer = await currentViewer();
	if (viewer.kind === "user") return viewer;
	const returnTo = encodeURIComponent(`/${locale}${path}`);
	return redirect({ href: `/sign-in?returnTo=${returnTo}`, locale });
}

/** A coordinator or admin; for others the page does not exist. */
export async function requireReviewer(locale: string, path: string): Promise<SignedInViewer> {
	const viewer = await requireViewer(locale, path);
	if (!isReviewer(viewer)) notFound();
	return viewer;
}
