import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { Link, redirect } from "@/i18n/navigation";
import { isFreshSession, listOnlyOwned } from "@/lib/accounts/delete-account";
import { sessionCookieName } from "@/lib/accounts/session-cookie";
import { db } from "@/lib/db/client";
import { findClosable } from "@/lib/organisations/queries";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { CloseSection } from "../../../../(organiser)/my/organisations/[id]/close-section";
import { CodeForm, DeleteForm } from "./delete-forms";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Owned = Awaited<ReturnType<typeof listOnlyOwned>>[number];

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("account.data");
	return { title: t("deleteTitle") };
}

/** Says what goes and what stays, and deletes the account of whoever has just signed in. */
export default async function DeleteAccountPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireViewer(locale, "/my/account/delete");
	if (viewer.hasOffice && viewer.factor !== "proven") {
		const returnTo = encodeURIComponent(`/${locale}/my/account/delete`);
		redirect({ href: `/second-factor?returnTo=${returnTo}`, locale });
	}
	const token = (await cookies()).get(sessionCookieName())?.value;
	const [owned, isFresh, t, account] = await Promise.all([
		listOnlyOwned(db, viewer.id),
		isFreshSession(token, new Date()),
		getTranslations("account.data"),
		getTranslations("account.own"),
	]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: account("title"), href: "/my/account" }, { label: t("toDelete") }]}
				title={t("deleteTitle")}
				lead={t("deleteLead")}
			/>
			<div className="flex flex-col gap-8">
				<section>
					<h2 className="text-xl font-medium">{t("gone")}</h2>
					<p className="mt-2 text-ink-soft">{t("goneText")}</p>
				</section>
				<section>
					<h2 className="text-xl font-medium">{t("kept")}</h2>
					<ul className="mt-2 flex list-disc flex-col gap-2 ps-5 text-ink-soft">
						<li>{t("keptEvents")}</li>
						<li>{t("keptAudit")}</li>
						<li>{t("keptContact")}</li>
					</ul>
				</section>
				{(await searchParams).closed === "1" && <Closed />}
				{owned.map((organisation) => (
					<OnlyOwned key={organisation.id} {...{ organisation, viewer, locale }} />
				))}
				{owned.length === 0 && !isFresh && (
					<div className="flex flex-col gap-4">
						<p>
							{t.rich("fresh", {
								address: () => <bdi className="font-medium">{viewer.email}</bdi>,
							})}
						</p>
						<CodeForm locale={locale} />
					</div>
				)}
				{owned.length === 0 && isFresh && <DeleteForm locale={locale} />}
				<p>
					<Link href="/my/account" className="text-link">
						{t("keep")}
					</Link>
				</p>
			</div>
		</Container>
	);
}

async function Closed() {
	const t = await getTranslations("organisation.closing");
	return <Notice tone="success" live title={t("done")} />;
}

/** What keeps the account from being deleted, with the way to close it where nobody else is a member. */
async function OnlyOwned({
	organisation: { id, name },
	viewer,
	locale,
}: {
	organisation: Owned;
	viewer: SignedInViewer;
	locale: string;
}) {
	const [t, closable] = await Promise.all([
		getTranslations("account.data"),
		findClosable(viewer, id),
	]);
	return (
		<>
			<Notice tone="warning">
				{t.rich(closable ? "alone" : "owner", {
					name: () => (
						<Link href={`/my/organisations/${id}`} className="text-link">
							<bdi>{name}</bdi>
						</Link>
					),
				})}
			</Notice>
			<CloseSection viewer={viewer} organisationId={id} back="/my/account/delete" locale={locale} />
		</>
	);
}
