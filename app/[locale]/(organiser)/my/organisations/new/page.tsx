import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ORGANISATION_KINDS } from "@/lib/organisations/schema";
import { listCountries } from "@/lib/places/countries";
import { OrganisationForm } from "./organisation-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("organisationForm");
	return { title: t("title") };
}

export default async function NewOrganisationPage({ params }: Props) {
	const { locale } = await params;
	await requireViewer(locale, "/my/organisations/new");
	const [t, my] = await Promise.all([getTranslations("organisationForm"), getTranslations("my")]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<ClientMessages
				namespaces={["ui", "errors", "field", "organisationForm", "organisationKind", "eventForm"]}
			>
				<OrganisationForm
					locale={locale}
					kinds={ORGANISATION_KINDS}
					countries={listCountries(locale)}
					idempotencyKey={randomUUID()}
				/>
			</ClientMessages>
		</Container>
	);
}
