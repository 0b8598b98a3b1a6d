import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedOrganiser, cachedRenamedOrganiser } from "@/app/cached-places";
import { feedAlternates } from "@/app/feed-alternates";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { ComingEvents, PastEvents } from "@/components/calendar/coming-and-past-events";
import { FollowEvents } from "@/components/calendar/follow-events";
import { ReportLink } from "@/components/calendar/report-link";
import { SeasonCounts } from "@/components/calendar/season-counts";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Link, permanentRedirect } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import type { OrganiserPage as PageData } from "@/lib/calendar/organiser-page";
import { countryPath, organiserPath } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import { env } from "@/lib/env";
import { serialiseJsonLd } from "@/lib/feeds/json-ld";
import { toOrganisationJsonLd } from "@/lib/feeds/organisation-json-ld";
import { countryName } from "@/lib/places/countries";
import { earliestToday } from "@/lib/time/wall-time";
import { OrganiserFacts } from "./organiser-facts";
import { OrganiserSelf } from "./organiser-self";
import { OrganiserTrust } from "./organiser-trust";

type Props = { params: Promise<{ locale: string; slug: string }> };

/** What is on and what is over changes without a publication. */
export const revalidate = 300;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { slug: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, slug } = await params;
	const page = await organiserAt(slug);
	if (!page) return {};
	const t = await getTranslations({ locale, namespace: "organisers" });
	const name = shownName(page, locale);
	return {
		title: name,
		description: t("description", { name }),
		alternates: {
			...alternatesOf(locale, organiserPath(slug)),
			types: feedAlternates({ organiser: slug }, locale),
		},
	};
}

/** An organiser: who it is, who vouches for it, and what it holds and held. */
export default async function OrganiserPage({ params }: Props) {
	const { locale, slug } = await params;
	setRequestLocale(locale);
	const page = await organiserAt(slug);
	if (!page) return leaveForPresentSlug({ locale, slug });
	const { organiser } = page;
	const t = await getTranslations("organisers");
	const kind = await getTranslations("organisationKind");
	const event = await getTranslations("event");
	const url = pageAddress(locale, organiserPath(slug));
	return (
		<Container>
			<script
				type="application/ld+json"
				// biome-ignore lint/security/noDangerouslySetInnerHtml: serialised so that nothing in it can close the element
				dangerouslySetInnerHTML={{
					__html: serialiseJsonLd(toOrganisationJsonLd(organiser, { url })),
				}}
			/>
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/organisers" },
					{
						label: countryName(organiser.country, locale),
						href: countryPath(organiser.country),
					},
					{ label: kind(organiser.kind) },
				]}
				eyebrow={kind(organiser.kind)}
				title={<bdi>{shownName(page, locale)}</bdi>}
				badges={
					<>
						{organiser.closedAt && <Badge>{t("closed")}</Badge>}
						{organiser.verifiedAt && <Badge tone="success">{event("verified")}</Badge>}
					</>
				}
			/>
			<div className="grid gap-x-16 gap-y-16 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="flex min-w-0 flex-col gap-16">
					<OrganiserSelf page={page} />
					<OrganiserEvents page={page} locale={locale} />
				</div>
				<aside className="flex min-w-0 flex-col gap-10">
					<OrganiserFacts page={page} />
					<OrganiserTrust organiser={organiser} verification={page.profile.verification} />
					{isImported(organiser) &&
						organiser.verifiedAt === null &&
						organiser.closedAt === null && (
							<Link
								href={{ pathname: "/my/organisations/claim", query: { organiser: organiser.slug } }}
								prefetch={false}
								rel="nofollow"
								className="self-start text-link text-sm"
							>
								{t("claim")}
							</Link>
						)}
					<ReportLink about={{ organiser: organiser.slug }} />
				</aside>
			</div>
			{page.numbers.events > 0 && (
				<div className="mt-20">
					<FollowEvents filters={{ organiser: slug }} origin={env().APP_URL} />
				</div>
			)}
		</Container>
	);
}

/** Whether the program has its entry from a list; such a one may be claimed by whom it belongs to. */
function isImported({ sourceUrl, sourceNote }: PageData["organiser"]): boolean {
	return sourceUrl !== null || sourceNote !== null;
}

async function OrganiserEvents({ page, locale }: { page: PageData; locale: string }) {
	const t = await getTranslations("places");
	const now = new Date();
	const listOf = (query: Record<string, string>) => ({
		pathname: "/events",
		query: { organiser: page.organiser.slug, ...query },
	});
	return (
		<div className="flex min-w-0 flex-col gap-16">
			{(page.comingCount > 0 || page.organiser.closedAt === null) && (
				<ComingEvents
					events={page.coming.map((event) => viewOf(event, locale, now))}
					count={page.comingCount}
					listHref={listOf({ from: earliestToday(now) })}
				/>
			)}
			<PastEvents
				events={page.past.map((event) => viewOf(event, locale, now))}
				listHref={listOf({ season: "all" })}
			/>
			{page.seasons.length > 1 && (
				<section aria-labelledby="seasons">
					<h2 id="seasons" className="mb-4 text-xl">
						{t("seasons")}
					</h2>
					<SeasonCounts
						seasons={page.seasons}
						hrefOf={(season) => listOf({ season: seasonSegment(season) })}
					/>
				</section>
			)}
		</div>
	);
}

/** To where the organiser of a former slug is now; nowhere when the public knows none. */
async function leaveForPresentSlug({ locale, slug }: Awaited<Props["params"]>): Promise<never> {
	const present = isSlug(slug) ? await cachedRenamedOrganiser(slug) : null;
	if (present === null) notFound();
	return permanentRedirect({ href: organiserPath(present), locale });
}

async function organiserAt(slug: string): Promise<PageData | null> {
	return isSlug(slug) ? cachedOrganiser(slug) : null;
}

/** The organiser's name in the reader's language, where it has one. */
function shownName({ organiser, profile }: PageData, locale: string): string {
	return profile.texts.find((text) => text.locale === locale)?.name || organiser.name;
}

/** Checked before anything is looked up or cached under it. */
function isSlug(slug: string): boolean {
	return /^[a-z0-9-]{1,100}$/.test(slug);
}
