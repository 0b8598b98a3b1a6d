import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { listOfficialDomains } from "@/lib/organisations/official-domains";
import { can } from "@/lib/permissions/can";
import { hostOf } from "@/lib/text/host-of";
import { dropDomain } from "../actions";
import { DomainForm } from "./domain-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["listed", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("adminOrganisations.domains");
	return { title: t("title") };
}

/** The register of official domains; reviewers read it, admins edit it. */
export default async function DomainsPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/organisations/domains");
	const [domains, t, admin] = await Promise.all([
		listOfficialDomains(viewer),
		getTranslations("adminOrganisations.domains"),
		getTranslations("adminOrganisations"),
	]);
	const mayEdit = can(viewer, { action: "domains.edit" });
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: admin("title"), href: "/admin/organisations" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{done && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`done.${done}`)} />
				</div>
			)}
			{domains.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<ul className="divide-y divide-line border-y border-line">
					{domains.map(({ domain, holder, sourceUrl }) => (
						<li key={domain} className="flex flex-col gap-2 py-4">
							<p className="font-medium">
								<bdi className="wrap-anywhere">{domain}</bdi>
							</p>
							<p className="text-sm text-muted">
								<bdi>{holder}</bdi>
								{sourceUrl && (
									<>
										{" · "}
										<a href={sourceUrl} rel="noopener" className="text-link">
											{hostOf(sourceUrl)}
										</a>
									</>
								)}
							</p>
							{mayEdit && (
								<OneButtonForm run={dropDomain} variant="quiet" values={{ domain, locale }}>
									{t("remove", { domain })}
								</OneButtonForm>
							)}
						</li>
					))}
				</ul>
			)}
			{mayEdit && (
				<section aria-labelledby="add" className="mt-12 flex flex-col gap-6">
					<h2 id="add" className="text-xl font-medium">
						{t("add")}
					</h2>
					<DomainForm locale={locale} />
				</section>
			)}
		</Container>
	);
}
