import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireReviewer } from "@/app/require-viewer";
import { CaseLine } from "@/components/moderation/case-line";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { CASE_VIEWS, countOpenCases, listCases } from "@/lib/moderation/report-queries";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

const address = z.object({
	view: z.enum(CASE_VIEWS).catch("open"),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
	done: z.literal("closed").optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("reports");
	return { title: t("title") };
}

/** What visitors have reported of events and organisations in this reviewer's countries. */
export default async function ReportsPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/review/reports");
	const { view, page, done } = address.parse(await searchParams);
	const [t, review, cases, open] = await Promise.all([
		getTranslations("reports"),
		getTranslations("review"),
		listCases(viewer, { view, page }),
		countOpenCases(viewer),
	]);
	const hrefOf = (name: string, number = 1) =>
		`/review/reports?view=${name}${number > 1 ? `&page=${number}` : ""}`;
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: review("title"), href: "/review" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{done && <Notice tone="success" live title={t("done.closed")} className="mb-8" />}
			<Tabs
				label={t("views")}
				tabs={CASE_VIEWS.map((name) => ({
					href: hrefOf(name),
					label: t(`view.${name}`),
					isCurrent: view === name,
					...(name === "open" ? { count: open } : {}),
				}))}
			/>
			{cases.items.length === 0 ? (
				<div className="mt-10">
					<EmptyState title={t(`empty.${view}`)} />
				</div>
			) : (
				<ul className="divide-y divide-line">
					{cases.items.map((item) => (
						<CaseLine key={item.id} item={item} locale={locale} />
					))}
				</ul>
			)}
			<Pagination
				nextHref={cases.hasMore ? hrefOf(view, page + 1) : undefined}
				previousHref={page > 1 ? hrefOf(view, page - 1) : undefined}
			/>
		</Container>
	);
}
