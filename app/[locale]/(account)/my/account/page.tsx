import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { AccountForm } from "./account-form";
import { FactorSection } from "./factor-section";
import { SessionSection } from "./session-section";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["removed", "ended"] as const;

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.own" });
	return { title: t("title") };
}

export default async function AccountPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await currentViewer();
	if (viewer.kind === "anonymous") {
		redirect(`/${locale}/sign-in?returnTo=${encodeURIComponent(`/${locale}/my/account`)}`);
	}
	const [t, data] = await Promise.all([
		getTranslations("account.own"),
		getTranslations("account.data"),
	]);
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	const address = () => <bdi className="font-medium">{viewer.email}</bdi>;
	return (
		<Container width="narrow">
			{done && <Notice tone="success" live title={t(`done.${done}`)} className="mt-6" />}
			<PageHeader title={t("title")} lead={t.rich("lead", { address })} />
			<AccountForm name={viewer.name ?? ""} locale={viewer.locale} />
			{(viewer.hasOffice || viewer.factor !== "none") && (
				<FactorSection viewer={viewer} locale={locale} />
			)}
			<SessionSection viewer={viewer} locale={locale} />
			<section aria-labelledby="data" className="mt-14 flex flex-col gap-4">
				<h2 id="data" className="text-xl font-medium">
					{data("title")}
				</h2>
				<p className="text-ink-soft">{data("text")}</p>
				<div className="flex flex-wrap gap-3">
					<ButtonAnchor href="/api/own/account.json" variant="secondary" download>
						{data("download")}
					</ButtonAnchor>
					<ButtonLink href="/my/account/delete" variant="danger">
						{data("toDelete")}
					</ButtonLink>
				</div>
			</section>
		</Container>
	);
}
