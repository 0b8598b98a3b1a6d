import type { Metadata } from "next";
import type { ReactNode } from "react";
import { viewerNav } from "@/app/viewer-nav";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageShell } from "@/components/shell/page-shell";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function AccountLayout({ children, params }: Props) {
	const { locale } = await params;
	return (
		<PageShell nav={await viewerNav(locale)} contact={env().CONTACT_EMAIL}>
			<ClientMessages namespaces={["ui", "errors", "account"]}>{children}</ClientMessages>
		</PageShell>
	);
}
