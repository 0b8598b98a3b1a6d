import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { findReceipt } from "@/lib/moderation/report-receipt";
import { formatDay } from "@/lib/time/format";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const address = z.object({ report: z.uuid(), key: z.string().max(100) });

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("report.receipt");
	return { title: t("title"), referrer: "no-referrer" };
}

/** How a report stands; whoever has its secret address reads it. */
export default async function ReceiptPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const named = address.safeParse(await searchParams);
	const receipt = named.success ? await findReceipt(named.data) : null;
	if (!receipt) notFound();
	const [t, kinds, outcomes] = await Promise.all([
		getTranslations("report.receipt"),
		getTranslations("report.kind"),
		getTranslations("mail.reportClosed"),
	]);
	const { progress, outcome } = receipt;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} />
			<div className="flex flex-col gap-8">
				<Notice
					tone={progress === "received" ? "success" : "info"}
					title={t(`progress.${progress}`)}
				>
					<p>{outcome ? outcomes(outcome) : t(`text.${receipt.hasEmail ? "mail" : "page"}`)}</p>
				</Notice>
				<DefinitionList
					items={[
						{
							key: "reference",
							term: t("reference"),
							details: (
								<bdi dir="ltr" className="figures font-medium">
									{receipt.reference}
								</bdi>
							),
						},
						{ key: "kind", term: t("kind"), details: kinds(receipt.kind) },
						{
							key: "day",
							term: t("day"),
							details: formatDay(receipt.createdAt.toISOString().slice(0, 10), locale),
						},
					]}
				/>
				{receipt.answer && (
					<section aria-labelledby="answer">
						<h2 id="answer" className="text-xl font-medium">
							{t("answer")}
						</h2>
						<blockquote
							dir="auto"
							className="mt-3 border-s-2 border-rule ps-4 whitespace-pre-line wrap-anywhere"
						>
							{receipt.answer}
						</blockquote>
					</section>
				)}
				<p className="text-sm text-muted">{t("keep")}</p>
			</div>
		</Container>
	);
}
