import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { readWaiting } from "@/lib/calendar/publish-profile";
import type { MyOrganisation } from "@/lib/organisations/queries";
import { ORGANISATION_KINDS } from "@/lib/organisations/schema";
import { can } from "@/lib/permissions/can";
import { listCountries } from "@/lib/places/countries";
import { findMyOrganisation } from "../find-my-organisation";
import { ProfileForm } from "./profile-form";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("organisation.profile");
	return { title: t("edit") };
}

/** The form of what an organisation says of itself, in as many languages as it likes. */
export default async function ProfilePage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/organisations/${id}/profile`);
	const organisation = await findMyOrganisation(viewer, id);
	if (!can(viewer, { action: "organisation.edit", organisationId: id })) notFound();
	const [t, my] = await Promise.all([
		getTranslations("organisation.profile"),
		getTranslations("my"),
	]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{ label: <bdi>{organisation.name}</bdi>, href: `/my/organisations/${id}` },
					{ label: t("edit") },
				]}
				title={t("edit")}
				lead={t("lead")}
			/>
			{(organisation.verifiedAt || organisation.trustedAt) && (
				<div className="mb-10">
					<Notice tone="warning" title={t("badgeTitle")}>
						{t("badgeText")}
					</Notice>
				</div>
			)}
			<ClientMessages
				namespaces={["ui", "errors", "field", "eventForm", "organisation", "organisationKind"]}
			>
				<ProfileForm
					key={organisation.version}
					organisationId={id}
					version={organisation.version}
					profile={profileOf(organisation)}
					locale={locale}
					kinds={ORGANISATION_KINDS}
					countries={listCountries(locale)}
					idempotencyKey={randomUUID()}
				/>
			</ClientMessages>
		</Container>
	);
}

function profileOf(organisation: MyOrganisation) {
	const waiting = readWaiting(organisation.waiting);
	const { name, kind, country, cityName, website, contactEmail, contactPhone, covers, logoCredit } =
		waiting ?? organisation;
	return {
		texts: (waiting ?? organisation).texts,
		logoId: waiting ? organisation.waitingLogoId : organisation.logoId,
		...{ name, kind, country, cityName, website, contactEmail, contactPhone, covers, logoCredit },
	};
}
