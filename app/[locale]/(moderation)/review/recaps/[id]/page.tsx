import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { DecisionForm } from "@/components/moderation/decision-form";
import { DecisionHistory } from "@/components/moderation/decision-history";
import { Hints } from "@/components/moderation/hints";
import { ReopenForm } from "@/components/moderation/reopen-form";
import { RecapBody } from "@/components/recaps/recap-body";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge, StateBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { eventPath } from "@/lib/calendar/event-view";
import { findHints } from "@/lib/moderation/find-hints";
import { getRecapSubmission, type RecapSubmission } from "@/lib/moderation/recap-queries";
import { saidInRecap } from "@/lib/moderation/said";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { lastDecided } from "../../last-decided";
import { queueAddress } from "../../queue-address";
import { decideRecapAction, lookAtRecapAction, reopenRecapAction } from "../actions";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("recap.review");
	return { title: t("badge") };
}

/** One recap with its pictures, what the public reads so far, and the decision. */
export default async function RecapSubmissionPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/review/recaps/${id}`);
	const recap = await readRecapSubmission(viewer, id);
	const { sent } = queueAddress.parse(await searchParams);
	const t = await getTranslations("recap.review");
	const words = await getTranslations("recap");
	const review = await getTranslations("review");
	const states = await getTranslations("eventState");
	const text = bestText(recap.published.texts, locale)?.text;
	return (
		<Container>
			{sent && <Notice tone="success" live title={review(`sent.${sent}`)} className="mt-6" />}
			<PageHeader
				crumbs={[{ label: review("title"), href: "/review" }, { label: t("badge") }]}
				eyebrow={<bdi>{recap.organisation}</bdi>}
				title={text?.title ?? review("untitled")}
				titleLang={text?.locale}
				badges={
					<>
						<Badge tone="solid">{t("badge")}</Badge>
						<StateBadge state={recap.state}>{states(recap.state)}</StateBadge>
					</>
				}
			/>
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="flex min-w-0 flex-col gap-12">
					<Notice tone="info" title={t("check")}>
						<p>{t("checkText")}</p>
						<p className="mt-2">
							<Link href={eventPath(recap.published)}>{review("notice.seePublic")}</Link>
						</p>
					</Notice>
					{recap.isOwn && (
						<Notice tone="info" title={review("notice.own")}>
							{review("notice.ownText")}
						</Notice>
					)}
					{(recap.mayDecide || recap.mayLookAt) && (
						<Hints
							hints={
								await findHints(saidInRecap(recap.content, recap.content.pictures), {
									website: null,
								})
							}
							locale={locale}
						/>
					)}
					<section aria-labelledby="recap">
						<h2 id="recap" className="mb-6 text-xl font-medium">
							{words("title")}
						</h2>
						<RecapBody recap={recap.content} locale={locale} isWhole />
					</section>
					{recap.before && (
						<section aria-labelledby="before" className="border-t border-line pt-6">
							<h2 id="before" className="mb-6 text-xl font-medium">
								{t("before")}
							</h2>
							<RecapBody recap={recap.before} locale={locale} isWhole />
						</section>
					)}
				</div>
				<aside className="flex flex-col gap-10 lg:sticky lg:top-8 lg:self-start">
					{!recap.isOwn && (
						<ClientMessages namespaces={["ui", "errors", "review"]}>
							<DecisionForm
								key={recap.eventId}
								eventId={recap.eventId}
								eventVersion={recap.version}
								idempotencyKey={randomUUID()}
								isOpen={recap.mayDecide}
								decided={await lastDecided(recap, locale)}
								action={decideRecapAction}
								path={`/review/recaps/${recap.eventId}`}
							/>
						</ClientMessages>
					)}
					{recap.mayLookAt && <LookAt eventId={recap.eventId} locale={locale} />}
					<DecisionHistory decisions={recap.decisions} locale={locale} />
					{recap.mayReopen && (
						<ClientMessages namespaces={["ui", "errors", "review"]}>
							<ReopenForm
								key={recap.version}
								action={reopenRecapAction}
								hidden={{
									eventId: recap.eventId,
									eventVersion: recap.version,
									idempotencyKey: randomUUID(),
									locale,
								}}
								text={recap.decisions[0]?.kind === "approve" ? "textPublicRecap" : "text"}
							/>
						</ClientMessages>
					)}
				</aside>
			</div>
		</Container>
	);
}

async function LookAt({ eventId, locale }: { eventId: string; locale: string }) {
	const t = await getTranslations("review.lookAt");
	return (
		<Notice tone="info" title={t("title")}>
			<p className="mb-4">{t("text")}</p>
			<ClientMessages namespaces={["ui", "errors"]}>
				<OneButtonForm run={lookAtRecapAction} values={{ eventId, locale }}>
					{t("done")}
				</OneButtonForm>
			</ClientMessages>
		</Notice>
	);
}

async function readRecapSubmission(viewer: Viewer, id: string): Promise<RecapSubmission> {
	return foundOr404(id, () => getRecapSubmission(viewer, id));
}
