import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { viewerNav } from "@/app/viewer-nav";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageShell } from "@/components/shell/page-shell";
import { WithPageQuery } from "@/components/shell/with-page-query";
import { env } from "@/lib/env";

/** Frame of the pages behind sign-in: the head knows who is there, and client components have the common texts. */
export async function DeskShell({ children }: { children: ReactNode }) {
	return (
		<ClientMessages namespaces={["ui", "nav", "errors"]}>
			<WithPageQuery>
				<PageShell nav={await viewerNav(await getLocale())} contact={env().CONTACT_EMAIL}>
					{children}
				</PageShell>
			</WithPageQuery>
		</ClientMessages>
	);
}
