import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireProvenJustNow, requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type FactorRow, listFactors } from "@/lib/accounts/factors";
import { can } from "@/lib/permissions/can";
import { resetFactorsAction } from "./actions";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PATH = "/admin/second-factors";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("adminFactors");
	return { title: t("title") };
}

/** Who of the coordinators and admins has a second factor, and the help for who has lost it. */
export default async function SecondFactorsPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, PATH);
	if (!can(viewer, { action: "factors.list" })) notFound();
	const { reset, done } = await searchParams;
	const [people, t] = await Promise.all([listFactors(viewer), getTranslations("adminFactors")]);
	const chosen = people.find(({ id, isSelf }) => id === reset && !isSelf);
	if (chosen) await requireProvenJustNow(viewer, { locale, path: `${PATH}?reset=${chosen.id}` });
	return (
		<Container width="narrow">
			{done === "reset" && <Notice tone="success" live title={t("done")} className="mt-6" />}
			<PageHeader title={t("title")} lead={t("lead")} />
			{chosen && <Confirmation person={chosen} locale={locale} />}
			<ul className="divide-y divide-line border-y border-line">
				{people.map((person) => (
					<PersonRow key={person.id} person={person} />
				))}
			</ul>
		</Container>
	);
}

async function Confirmation({ person, locale }: { person: FactorRow; locale: string }) {
	const t = await getTranslations("adminFactors");
	return (
		<Notice
			tone="warning"
			className="mb-8"
			title={t.rich("sure", { person: () => <bdi>{person.name ?? person.email}</bdi> })}
		>
			<p className="mb-4">{t("sureText")}</p>
			<div className="flex flex-wrap items-start gap-3">
				<OneButtonForm
					run={resetFactorsAction}
					variant="danger"
					values={{ userId: person.id, locale }}
				>
					{t("confirm")}
				</OneButtonForm>
				<ButtonLink href={PATH} variant="quiet">
					{t("keep")}
				</ButtonLink>
			</div>
		</Notice>
	);
}

async function PersonRow({ person }: { person: FactorRow }) {
	const t = await getTranslations("adminFactors");
	const hasFactor = person.hasApp || person.passkeys > 0;
	return (
		<li className="flex flex-wrap items-center justify-between gap-4 py-5">
			<div className="flex min-w-0 flex-col gap-1">
				<h2 className="font-medium">
					<bdi>{person.name ?? person.email}</bdi>
				</h2>
				<p className="text-sm text-muted wrap-anywhere">
					<bdi dir="ltr">{person.email}</bdi>
				</p>
				<p className="text-sm text-muted">
					{[person.isAdmin ? t("admin") : null, ...person.territories].filter(Boolean).join(" · ")}
				</p>
				<div className="mt-1 flex flex-wrap gap-2">
					{!hasFactor && <Badge tone="warning">{t("none")}</Badge>}
					{person.hasApp && <Badge>{t("app")}</Badge>}
					{person.passkeys > 0 && <Badge>{t("passkeys", { count: person.passkeys })}</Badge>}
					{hasFactor && <Badge>{t("codes", { count: person.codesLeft })}</Badge>}
				</div>
			</div>
			{hasFactor && !person.isSelf && (
				<ButtonLink href={`${PATH}?reset=${person.id}`} variant="secondary">
					{t("reset")}
				</ButtonLink>
			)}
		</li>
	);
}
