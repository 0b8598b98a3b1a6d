import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { viewerNav } from "@/app/viewer-nav";
import { PageShell } from "@/components/shell/page-shell";
import { env } from "@/lib/env";

/** Frame of the pages behind sign-in: the head knows who is there. */
export async function DeskShell({ children }: { children: ReactNode }) {
	return (
		<PageShell nav={await viewerNav(await getLocale())} contact={env().CONTACT_EMAIL}>
			{children}
		</PageShell>
	);
}
