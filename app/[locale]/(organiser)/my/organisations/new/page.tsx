import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/i18n/navigation";
import { listClaimableLike } from "@/lib/organisations/claim-queries";
import { ORGANISATION_KINDS, organisationInput } from "@/lib/organisations/schema";
import { listCountries } from "@/lib/places/countries";
import { ClaimableList } from "../claim/claimable-list";
import { describer } from "../claim/find-claimable";
import { OrganisationForm } from "./organisation-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("organisationForm");
	return { title: t("title") };
}

/** Makes an organisation, unless the calendar has it already and nobody looks after it. */
export default async function NewOrganisationPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireViewer(locale, "/my/organisations/new");
	const typed = organisationInput.safeParse(await searchParams).data ?? null;
	const found = typed ? await listClaimableLike(viewer, typed) : [];
	const toOption = await describer(locale);
	const [t, my] = await Promise.all([getTranslations("organisationForm"), getTranslations("my")]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{typed && found.length > 0 ? (
				<section aria-labelledby="there" className="mb-12 flex flex-col gap-4">
					<h2 id="there" className="text-xl font-medium">
						{t("there")}
					</h2>
					<p className="text-ink-soft">{t("thereText")}</p>
					<ClaimableList found={found.map(toOption)} />
				</section>
			) : (
				<p className="mb-10">
					<Link href="/my/organisations/claim" prefetch={false} className="text-link">
						{t("lookFirst")}
					</Link>
				</p>
			)}
			<ClientMessages
				namespaces={["ui", "errors", "field", "organisationForm", "organisationKind", "eventForm"]}
			>
				<OrganisationForm
					key={JSON.stringify(typed)}
					first={typed && found.length > 0 ? typed : null}
					locale={locale}
					kinds={ORGANISATION_KINDS}
					countries={listCountries(locale)}
					idempotencyKey={randomUUID()}
				/>
			</ClientMessages>
		</Container>
	);
}
