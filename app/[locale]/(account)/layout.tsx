import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskShell } from "@/app/desk-shell";
import { ClientMessages } from "@/components/shell/client-messages";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function AccountLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return (
		<DeskShell>
			<ClientMessages namespaces={["ui", "errors", "account"]}>{children}</ClientMessages>
		</DeskShell>
	);
}
