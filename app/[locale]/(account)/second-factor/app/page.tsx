import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { redirect } from "@/i18n/navigation";
import { findNewApp } from "@/lib/accounts/add-factor";
import { safeReturnTo } from "@/lib/accounts/return-to";
import { qrCodeSvg } from "@/lib/media/qr-code";
import { confirmApp } from "../actions";
import { AppCodeForm } from "../app-code-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("account.factor.app");
	return { title: t("title") };
}

/** The secret of an app that is being added, as a picture to scan and as text to type, and its first code. */
export default async function NewAppPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const returnTo = safeReturnTo((await searchParams).returnTo) ?? "";
	const query = `?returnTo=${encodeURIComponent(returnTo)}`;
	const viewer = await requireViewer(locale, `/second-factor${query}`);
	const app = await findNewApp(viewer, new Date());
	if (!app) return redirect({ href: `/second-factor${query}`, locale });
	const t = await getTranslations("account.factor.app");
	const picture = `data:image/svg+xml;base64,${Buffer.from(qrCodeSvg(app.address)).toString("base64")}`;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("lead")} />
			<ol className="flex flex-col gap-10">
				<li>
					<h2 className="text-xl font-medium">{t("scan")}</h2>
					{/* biome-ignore lint/performance/noImgElement: made here, of no address */}
					<img
						src={picture}
						alt={t("picture")}
						width={240}
						height={240}
						className="mt-4 border border-line"
					/>
					<p className="mt-4 text-ink-soft">
						{t.rich("onThisDevice", {
							app: (chunks) => (
								<a href={app.address} className="text-link">
									{chunks}
								</a>
							),
						})}
					</p>
					<p className="mt-4">{t("key")}</p>
					<p
						dir="ltr"
						translate="no"
						className="figures mt-1 text-start text-lg tracking-wide wrap-anywhere"
					>
						{app.secret.match(/.{1,4}/g)?.join(" ")}
					</p>
				</li>
				<li>
					<h2 className="mb-5 text-xl font-medium">{t("enter")}</h2>
					<AppCodeForm action={confirmApp} locale={locale} returnTo={returnTo} isNew />
				</li>
			</ol>
		</Container>
	);
}
