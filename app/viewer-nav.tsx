import "server-only";
import { SignOutForm } from "@/app/sign-out-form";
import type { ViewerNav } from "@/components/shell/site-header";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { env } from "@/lib/env";

/** The head's entries for whoever asks; only for layouts that are rendered per request. */
export async function viewerNav(locale: string): Promise<ViewerNav> {
	const viewer = await currentViewer();
	const isSignedIn = viewer.kind === "user";
	return {
		canReview: isSignedIn && viewer.hasOffice,
		hasOutbox: env().OUTBOX,
		signOut: isSignedIn ? <SignOutForm locale={locale} /> : undefined,
	};
}
