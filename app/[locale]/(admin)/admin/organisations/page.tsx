import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { TextField } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";
import {
	countOrganisationsInNeed,
	listReviewedOrganisations,
} from "@/lib/moderation/organisations";
import { countryName } from "@/lib/places/countries";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Item = Awaited<ReturnType<typeof listReviewedOrganisations>>["items"][number];

const address = z.object({
	view: z.enum(["attention", "all"]).catch("attention"),
	q: z.string().trim().max(160).catch(""),
	cursor: z.uuid().nullable().catch(null),
});

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("adminOrganisations");
	return { title: t("title") };
}

/** The organisations of a reviewer's countries: those that wait for somebody, and all. */
export default async function OrganisationsPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/organisations");
	const { view, q, cursor } = address.parse(await searchParams);
	const t = await getTranslations("adminOrganisations");
	const [{ items, nextCursor }, inNeed] = await Promise.all([
		listReviewedOrganisations(viewer, { filter: view, words: q, cursor }),
		countOrganisationsInNeed(viewer),
	]);
	const here = "/admin/organisations";
	const pageHref = (after: string) => `${here}?${new URLSearchParams({ view, q, cursor: after })}`;
	return (
		<Container>
			<PageHeader
				title={t("title")}
				lead={t("lead")}
				actions={
					<ButtonLink href={`${here}/domains`} variant="secondary">
						{t("domains.title")}
					</ButtonLink>
				}
			/>
			<Tabs
				label={t("views")}
				tabs={[
					{ href: here, label: t("attention"), isCurrent: view === "attention", count: inNeed },
					{ href: `${here}?view=all`, label: t("all"), isCurrent: view === "all" },
				]}
			/>
			{view === "all" && (
				<form className="mt-8 flex max-w-narrow flex-wrap items-end gap-3">
					<input type="hidden" name="view" value="all" />
					<TextField name="q" label={t("search")} defaultValue={q} className="grow" plain />
					<Button type="submit" variant="secondary">
						{t("find")}
					</Button>
				</form>
			)}
			{items.length === 0 ? (
				<div className="mt-10">
					<EmptyState title={t("empty")} />
				</div>
			) : (
				<ul className="mt-4 divide-y divide-line">
					{items.map((item) => (
						<OrganisationRow key={item.id} item={item} locale={locale} />
					))}
				</ul>
			)}
			<Pagination
				nextHref={nextCursor ? pageHref(nextCursor) : undefined}
				previousHref={cursor ? pageHref("") : undefined}
			/>
		</Container>
	);
}

async function OrganisationRow({ item, locale }: { item: Item; locale: string }) {
	const [t, kinds] = await Promise.all([
		getTranslations("adminOrganisations"),
		getTranslations("organisationKind"),
	]);
	return (
		<li className="flex flex-col gap-2 py-5">
			<h2 className="text-lg leading-snug font-medium">
				<Link href={`/admin/organisations/${item.id}`} className="text-ink hover:text-accent">
					<bdi>{item.name}</bdi>
				</Link>
			</h2>
			<p className="text-sm text-muted">
				{kinds(item.kind)} · {countryName(item.country, locale)}
			</p>
			<div className="flex flex-wrap gap-2 empty:hidden">
				{item.closedAt && <Badge>{t("badge.closed")}</Badge>}
				{item.heldAt && <Badge tone="warning">{t("badge.held")}</Badge>}
				{item.isClaimed && <Badge tone="info">{t("badge.claimed")}</Badge>}
				{item.asksForBadge && <Badge tone="info">{t("badge.asks")}</Badge>}
				{item.hasWaitingProfile && <Badge tone="info">{t("badge.profile")}</Badge>}
				{item.verifiedAt && <Badge tone="success">{t("badge.verified")}</Badge>}
				{item.trustedAt && <Badge>{t("badge.trusted")}</Badge>}
			</div>
		</li>
	);
}
