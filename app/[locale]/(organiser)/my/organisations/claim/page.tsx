import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { findClaimed, listMyClaims } from "@/lib/organisations/claim-queries";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { ClaimForm } from "./claim-form";
import { ClaimableList } from "./claimable-list";
import { describer, findClaimable } from "./find-claimable";
import { MyClaims } from "./my-claims";
import { SearchForm } from "./search-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const address = z.object({
	q: z.string().trim().max(160).catch(""),
	organiser: z
		.string()
		.regex(/^[a-z0-9-]{1,100}$/)
		.nullable()
		.catch(null),
	done: z.enum(["claimed", "mailed", "withdrawn"]).nullable().catch(null),
});

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("claim");
	return { title: t("title") };
}

/** Takes over an organisation that the calendar knows and nobody looks after: found by words, claimed by a short statement. */
export default async function ClaimPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const query = await searchParams;
	const { q, organiser, done } = address.parse(query);
	const path = "/my/organisations/claim";
	const viewer = await requireViewer(locale, organiser ? `${path}?organiser=${organiser}` : path);
	const [t, my, claims] = await Promise.all([
		getTranslations("claim"),
		getTranslations("my"),
		listMyClaims(viewer),
	]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					organiser ? { label: t("title"), href: path } : { label: t("title") },
				]}
				title={t("title")}
				lead={t("lead")}
			/>
			<ClientMessages namespaces={["ui", "errors", "field", "eventForm", "claim", "organisation"]}>
				<div className="flex flex-col gap-10">
					{done && <Notice tone="success" live title={t(`done.${done}`)} />}
					{organiser ? (
						<Claimed viewer={viewer} slug={organiser} locale={locale} />
					) : (
						<>
							<MyClaims claims={claims} locale={locale} />
							<SearchForm locale={locale} query={q} />
							{q !== "" && <Found viewer={viewer} query={q} locale={locale} />}
						</>
					)}
				</div>
			</ClientMessages>
		</Container>
	);
}

async function Found(props: { viewer: SignedInViewer; query: string; locale: string }) {
	const { viewer, query, locale } = props;
	const [{ found, hasMore }, t] = await Promise.all([
		findClaimable(viewer, query, locale),
		getTranslations("claim"),
	]);
	return (
		<section aria-labelledby="found" className="flex flex-col gap-4">
			<h2 id="found" className="text-xl font-medium">
				{hasMore ? t("many") : t("found", { count: found.length })}
			</h2>
			{found.length > 0 && <ClaimableList found={found} />}
			<p className="text-ink-soft">{t("notFound")}</p>
			<div>
				<ButtonLink href="/my/organisations/new" variant="secondary">
					{t("createNew")}
				</ButtonLink>
			</div>
		</section>
	);
}

/** The organisation that is claimed, with the form; or that somebody looks after it, or that one has claimed it already. */
async function Claimed(props: { viewer: SignedInViewer; slug: string; locale: string }) {
	const { viewer, slug, locale } = props;
	const organisation = await findClaimed(viewer, slug);
	if (!organisation) notFound();
	const t = await getTranslations("claim");
	const toOption = await describer(locale);
	const { name, about } = toOption(organisation);
	return (
		<section aria-labelledby="organisation" className="flex flex-col gap-6">
			<div>
				<h2 id="organisation" className="text-2xl font-medium wrap-anywhere">
					<bdi>{name}</bdi>
				</h2>
				<p className="mt-1 text-muted">{about}</p>
			</div>
			{organisation.isOwned && <Notice title={t("owned")}>{t("ownedText")}</Notice>}
			{!organisation.isOwned && organisation.claim && (
				<MyClaims claims={[{ ...organisation.claim, organisation }]} locale={locale} />
			)}
			{!organisation.isOwned && !organisation.claim && (
				<>
					<p className="text-ink-soft">{t("how")}</p>
					<ClaimForm organisationId={organisation.id} email={viewer.email} locale={locale} />
				</>
			)}
		</section>
	);
}
