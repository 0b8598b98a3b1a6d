import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ReviewersDesk } from "@/app/reviewers-desk";
import { ClientMessages } from "@/components/shell/client-messages";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

/** The administrators' desk. Each page asks who is there, as those of the reviewers do. */
export default async function AdminLayout({ children, params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return (
		<ReviewersDesk>
			<ClientMessages
				namespaces={[
					"ui",
					"errors",
					"field",
					"eventForm",
					"adminOrganisations",
					"adminSwitches",
					"adminFactors",
					"duty",
					"territories",
					"people",
					"silence",
					"seasons",
					"blocklist",
				]}
			>
				{children}
			</ClientMessages>
		</ReviewersDesk>
	);
}
