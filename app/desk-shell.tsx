import type { ReactNode } from "react";
import { PageShell } from "@/components/shell/page-shell";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { env } from "@/lib/env";
import { isReviewer } from "@/lib/permissions/viewer";

/** Frame of the pages behind sign-in: the head knows who is there. */
export async function DeskShell({ children }: { children: ReactNode }) {
	const viewer = await currentViewer();
	return (
		<PageShell nav={{ canReview: isReviewer(viewer), hasOutbox: env().OUTBOX }}>{children}</PageShell>
	);
}
