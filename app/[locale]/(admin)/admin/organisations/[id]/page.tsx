import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { requireReviewer } from "@/app/require-viewer";
import { Hints } from "@/components/moderation/hints";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { readWaiting } from "@/lib/calendar/publish-profile";
import { findHints } from "@/lib/moderation/find-hints";
import { getReviewedOrganisation, type ReviewedOrganisation } from "@/lib/moderation/organisations";
import { saidInProfile } from "@/lib/moderation/said";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { countryName } from "@/lib/places/countries";
import { formatDay } from "@/lib/time/format";
import { ClaimsSection } from "./claims-section";
import { CloseSection } from "./close-section";
import { HeldSection } from "./held-section";
import { HoldSection } from "./hold-section";
import { OwnerSection } from "./owner-section";
import { TrustSection } from "./trust-section";
import { VerificationSteps } from "./verification-steps";
import { WaitingProfile } from "./waiting-profile";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = [
	"vouched",
	"verified",
	"ended",
	"held",
	"released",
	"closed",
	"published",
	"trusted",
	"trustEnded",
	"claimVouched",
	"claimConfirmed",
	"claimRefused",
	"ownerInvited",
	"ownerRevoked",
] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("adminOrganisations");
	return { title: t("organisation") };
}

/** One organisation: who it says it is, whom it resembles, and what a reviewer or an admin may do about it. */
export default async function ReviewedOrganisationPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/admin/organisations/${id}`);
	const organisation = await read(viewer, id);
	const t = await getTranslations("adminOrganisations");
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	const isFresh = isFreshlyProven(viewer, new Date());
	const { verifiedAt, trustedAt, heldAt } = organisation;
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/admin/organisations" },
					{ label: <bdi>{organisation.name}</bdi> },
				]}
				title={<bdi>{organisation.name}</bdi>}
				badges={
					<>
						{organisation.closedAt && <Badge>{t("badge.closed")}</Badge>}
						{heldAt && <Badge tone="warning">{t("badge.held")}</Badge>}
						{verifiedAt && <Badge tone="success">{t("badge.verified")}</Badge>}
						{trustedAt && <Badge>{t("badge.trusted")}</Badge>}
					</>
				}
			/>
			<div className="flex flex-col gap-12">
				{done && <Notice tone="success" live title={t(`done.${done}`)} />}
				{organisation.isOwn && <Notice tone="info" title={t("own")} />}
				{organisation.mayDecide && !isFresh && (
					<ProveAgain path={`/${locale}/admin/organisations/${id}`} />
				)}
				<HeldSection organisation={organisation} locale={locale} />
				<Facts organisation={organisation} locale={locale} />
				<ClaimsSection organisation={organisation} isFresh={isFresh} locale={locale} />
				<OwnerSection organisation={organisation} isFresh={isFresh} locale={locale} />
				<ProfileHints organisation={organisation} locale={locale} />
				<WaitingProfile organisation={organisation} locale={locale} />
				<VerificationSteps organisation={organisation} isFresh={isFresh} locale={locale} />
				<TrustSection organisation={organisation} isFresh={isFresh} locale={locale} />
				<HoldSection organisation={organisation} isFresh={isFresh} locale={locale} />
				<CloseSection organisation={organisation} isFresh={isFresh} locale={locale} />
			</div>
		</Container>
	);
}

/** The same hints as on a submission: nobody else reads the profile before it is public. */
async function ProfileHints({
	organisation,
	locale,
}: {
	organisation: ReviewedOrganisation;
	locale: string;
}) {
	const profile = readWaiting(organisation.waiting);
	if (!profile || organisation.isOwn) return null;
	return <Hints hints={await findHints(saidInProfile(profile), organisation)} locale={locale} />;
}

async function Facts({
	organisation,
	locale,
}: {
	organisation: ReviewedOrganisation;
	locale: string;
}) {
	const [t, kinds] = await Promise.all([
		getTranslations("adminOrganisations.facts"),
		getTranslations("organisationKind"),
	]);
	const { kind, country, cityName, website, createdAt, texts, approved } = organisation;
	const names = texts.filter((text) => text.name !== "");
	const facts: (Definition | false)[] = [
		{ key: "kind", term: t("kind"), details: kinds(kind) },
		{
			key: "seat",
			term: t("seat"),
			details: [cityName, countryName(country, locale)].filter(Boolean).join(" · "),
		},
		names.length > 0 && {
			key: "names",
			term: t("names"),
			details: names.map((text) => (
				<p key={text.locale} lang={text.locale}>
					<bdi>{text.name}</bdi>
				</p>
			)),
		},
		website !== null && {
			key: "website",
			term: t("website"),
			details: <bdi className="wrap-anywhere">{website}</bdi>,
		},
		{
			key: "since",
			term: t("since"),
			details: formatDay(createdAt.toISOString().slice(0, 10), locale),
		},
		{ key: "approved", term: t("approved"), details: String(approved) },
	];
	return <DefinitionList items={facts.filter((fact) => fact !== false)} />;
}

async function read(viewer: Viewer, id: string): Promise<ReviewedOrganisation> {
	return foundOr404(id, () => getReviewedOrganisation(viewer, id));
}
