import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { QueueItem } from "@/components/moderation/queue-item";
import { RecapQueue } from "@/components/recaps/recap-queue";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { countOrganisationsInNeed } from "@/lib/moderation/organisations";
import { countToLookAt, countWaiting, listQueue, type QueueFilter } from "@/lib/moderation/queries";
import { countRecaps, listRecapQueue } from "@/lib/moderation/recap-queries";
import { queueAddress } from "./queue-address";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("review");
	return { title: t("title") };
}

/** What waits for this reviewer, the longest waiting first, and what was decided. */
export default async function ReviewPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/review");
	const { view, cursor, sent } = queueAddress.parse(await searchParams);
	const t = await getTranslations("review");
	const [queue, waiting, toLookAt, inNeed, recaps, recapNumbers] = await Promise.all([
		listQueue(viewer, { filter: view, cursor: cursor ?? null }),
		countWaiting(viewer),
		countToLookAt(viewer),
		countOrganisationsInNeed(viewer),
		cursor ? [] : listRecapQueue(viewer, view),
		countRecaps(viewer),
	]);
	return (
		<Container>
			<PageHeader
				title={t("title")}
				lead={view === "waiting" ? t("lead") : undefined}
				actions={
					<ButtonLink href="/admin/organisations" variant="secondary">
						{t("organisations", { count: inNeed })}
					</ButtonLink>
				}
			/>
			{sent && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`sent.${sent}`)} />
				</div>
			)}
			<Tabs
				label={t("views")}
				tabs={[
					{
						href: "/review",
						label: t("waiting"),
						isCurrent: view === "waiting",
						count: waiting + recapNumbers.waiting,
					},
					{
						href: "/review?view=published",
						label: t("published"),
						isCurrent: view === "published",
						count: toLookAt + recapNumbers.toLookAt,
					},
					{ href: "/review?view=decided", label: t("decided"), isCurrent: view === "decided" },
				]}
			/>
			<RecapQueue items={recaps} locale={locale} />
			{queue.items.length === 0 && recaps.length === 0 ? (
				<div className="mt-10">
					<EmptyState title={t(`empty.${view}.title`)}>{t(`empty.${view}.text`)}</EmptyState>
				</div>
			) : (
				<ul className="divide-y divide-line">
					{queue.items.map((item) => (
						<QueueItem key={item.id} item={item} locale={locale} now={new Date()} />
					))}
				</ul>
			)}
			<Pagination
				nextHref={pageHref(view, queue.nextCursor)}
				previousHref={cursor ? pageHref(view, "") : undefined}
			/>
		</Container>
	);
}

function pageHref(view: QueueFilter, cursor: string | null): string | undefined {
	if (cursor === null) return undefined;
	const query = new URLSearchParams({
		...(view === "waiting" ? {} : { view }),
		...(cursor ? { cursor } : {}),
	});
	return `/review${query.size > 0 ? `?${query}` : ""}`;
}
