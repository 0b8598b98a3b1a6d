import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { organiserPath } from "@/lib/calendar/paths";
import type { MyOrganisation } from "@/lib/organisations/queries";
import { can } from "@/lib/permissions/can";
import { CloseSection } from "./close-section";
import { findMyOrganisation } from "./find-my-organisation";
import { Invitations } from "./invitations";
import { Members } from "./members";
import { ProfileFacts } from "./profile-facts";
import { VerificationSection } from "./verification-section";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = [
	"saved",
	"waiting",
	"invited",
	"revoked",
	"role",
	"removed",
	"handedOver",
	"joined",
	"requested",
	"mailed",
] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("organisation");
	return { title: t("title") };
}

/** An organisation as its members see it: what it says of itself, who belongs to it, and who vouches for it. */
export default async function MyOrganisationPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/organisations/${id}`);
	const organisation = await findMyOrganisation(viewer, id);
	const isOwner = can(viewer, { action: "organisation.edit", organisationId: id });
	const [t, my] = await Promise.all([getTranslations("organisation"), getTranslations("my")]);
	const asked = (await searchParams).done;
	const note = DONE.find((each) => each === asked);
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: <bdi>{organisation.name}</bdi> }]}
				title={<bdi>{organisation.name}</bdi>}
				badges={organisation.verifiedAt && <Badge tone="success">{my("verified")}</Badge>}
				actions={
					isOwner && (
						<ButtonLink href={`/my/organisations/${id}/profile`}>{t("profile.edit")}</ButtonLink>
					)
				}
			/>
			<div className="flex flex-col gap-4 pb-12 empty:hidden">
				{note && <Notice tone="success" live title={t(`done.${note}`)} />}
				<Standing organisation={organisation} />
			</div>
			<ClientMessages namespaces={["ui", "errors", "field", "eventForm", "organisation"]}>
				<div className="grid gap-x-16 gap-y-16 lg:grid-cols-[minmax(0,1fr)_22rem]">
					<div className="flex min-w-0 flex-col gap-16">
						<Members viewer={viewer} organisationId={id} isOwner={isOwner} locale={locale} />
						{isOwner && <Invitations viewer={viewer} organisationId={id} locale={locale} />}
						<CloseSection viewer={viewer} organisationId={id} back="/my" locale={locale} />
					</div>
					<aside className="flex min-w-0 flex-col gap-12">
						<ProfileFacts organisation={organisation} locale={locale} />
						<VerificationSection
							organisation={organisation}
							isOwner={isOwner}
							email={viewer.email}
							locale={locale}
						/>
					</aside>
				</div>
			</ClientMessages>
		</Container>
	);
}

async function Standing({ organisation }: { organisation: MyOrganisation }) {
	const t = await getTranslations("organisation.standing");
	return (
		<>
			{organisation.heldAt && organisation.heldReason === null && (
				<Notice tone="warning" title={t("held")}>
					{t("heldText")}
				</Notice>
			)}
			{organisation.heldReason !== null && (
				<Notice tone="warning" title={t("heldByHand")}>
					<p>{t("heldByHandText")}</p>
					<p className="mt-2">
						<bdi>{organisation.heldReason}</bdi>
					</p>
				</Notice>
			)}
			{organisation.waiting !== null && (
				<Notice tone="info" title={t("waiting")}>
					{t("waitingText")}
				</Notice>
			)}
			{organisation.isPublic && (
				<p>
					<Link href={organiserPath(organisation.slug)} className="text-link">
						{t("publicPage")}
					</Link>
				</p>
			)}
		</>
	);
}
