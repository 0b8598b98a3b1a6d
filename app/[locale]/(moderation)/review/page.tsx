import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueItem } from "@/components/moderation/queue-item";
import { Shortcuts } from "@/components/moderation/shortcuts";
import { RecapQueue } from "@/components/recaps/recap-queue";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { Link } from "@/i18n/navigation";
import { countUnread } from "@/lib/moderation/conversation-queries";
import { countToLookAt, countWaitingByCountry, listQueue } from "@/lib/moderation/queue";
import { countRecaps, listRecapQueue } from "@/lib/moderation/recap-queries";
import { queueAddress, queueHref } from "./queue-address";
import { StopNotice } from "./stop-notice";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Id of the form that the chosen submissions are sent with. */
const BULK_FORM = "bulk";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("review");
	return { title: t("title") };
}

/** What waits for this reviewer, in the order that the day demands, and what was decided. */
export default async function ReviewPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/review");
	const { sent, last, ...address } = queueAddress.parse(await searchParams);
	const { view, country, as, mine, late, page } = address;
	const t = await getTranslations("review");
	const now = new Date();
	const isNarrowed = Boolean(country || as || mine || late);
	const [queue, countries, toLookAt, recaps, recapNumbers, unread] = await Promise.all([
		listQueue(viewer, {
			filter: view,
			country: country ?? null,
			waitingAs: as ?? null,
			isMine: mine === "1",
			lateAt: late === "1" ? now : null,
			page,
		}),
		countWaitingByCountry(viewer),
		countToLookAt(viewer),
		page > 1 || isNarrowed ? [] : listRecapQueue(viewer, view),
		countRecaps(viewer),
		countUnread(viewer),
	]);
	const waiting = countries.reduce((sum, { count }) => sum + count, 0);
	return (
		<Container>
			<PageHeader
				title={t("title")}
				lead={view === "waiting" ? t("lead") : undefined}
				actions={
					<>
						<ClientMessages namespaces={["ui", "review"]}>
							<Shortcuts page="queue" />
						</ClientMessages>
						{unread > 0 && (
							<ButtonLink href="/review/messages" variant="secondary">
								{t("messages", { count: unread })}
							</ButtonLink>
						)}
					</>
				}
			/>
			<StopNotice />
			{sent && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`sent.${sent}`)}>
						{last && (
							<Link href={`/review/${last}`} prefetch={false} className="text-link">
								{t("reopen.last")}
							</Link>
						)}
					</Notice>
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
			<QueueFilters
				locale={locale}
				view={view}
				chosen={{ country, as, mine, late }}
				countries={countries}
			/>
			<RecapQueue items={recaps} locale={locale} />
			{queue.items.length === 0 && recaps.length === 0 ? (
				<div className="mt-10">
					<EmptyState title={t(`empty.${isNarrowed ? "narrowed" : view}.title`)}>
						{t(`empty.${isNarrowed ? "narrowed" : view}.text`)}
					</EmptyState>
				</div>
			) : (
				<ul className="divide-y divide-line">
					{queue.items.map((item) => (
						<QueueItem key={item.id} item={item} locale={locale} now={now} bulkForm={BULK_FORM} />
					))}
				</ul>
			)}
			{queue.items.some(({ suitsBulk }) => suitsBulk) && (
				<form
					id={BULK_FORM}
					action={`/${locale}/review/bulk`}
					className="mt-8 flex flex-col items-start gap-3 border-t border-line pt-6"
				>
					<p className="text-ink-soft">{t("bulk.hint")}</p>
					<Button type="submit" variant="secondary">
						{t("bulk.toChosen")}
					</Button>
				</form>
			)}
			<Pagination
				nextHref={queue.hasMore ? queueHref(address, page + 1) : undefined}
				previousHref={page > 1 ? queueHref(address, page - 1) : undefined}
			/>
		</Container>
	);
}
