import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ClashNotice } from "@/components/events/clash-notice";
import { DecisionForm } from "@/components/moderation/decision-form";
import { DecisionHistory } from "@/components/moderation/decision-history";
import { Differences } from "@/components/moderation/differences";
import { Hints } from "@/components/moderation/hints";
import { NoteForm } from "@/components/moderation/note-form";
import { NoteList } from "@/components/moderation/note-list";
import { ReopenForm } from "@/components/moderation/reopen-form";
import { Shortcuts } from "@/components/moderation/shortcuts";
import { SubmissionContent } from "@/components/moderation/submission-content";
import { SubmissionMap } from "@/components/moderation/submission-map";
import { SubmissionNotices } from "@/components/moderation/submission-notices";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { StateBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { listClashesOf } from "@/lib/events/clashes";
import { findHints } from "@/lib/moderation/find-hints";
import { countWaiting } from "@/lib/moderation/queue";
import { nextInQueue } from "@/lib/moderation/queue-order";
import { saidIn, saidInProfile } from "@/lib/moderation/said";
import { surroundingsOf } from "@/lib/moderation/surroundings";
import { bestText } from "@/lib/text/languages";
import { decideAction, lookAtAction, noteAction, reopenAction, takeOnAction } from "../actions";
import { lastDecided } from "../last-decided";
import { queueAddress } from "../queue-address";
import { StopNotice } from "../stop-notice";
import { TakeOn } from "../take-on";
import { Hiding } from "./hiding";
import { OrganiserMessages } from "./organiser-messages";
import { OtherOrganisers } from "./other-organisers";
import { readSubmission } from "./read-submission";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const READY = ["place", "time", "text", "picture", "contact", "duplicate", "subject"] as const;

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("review");
	return { title: t("submission") };
}

/** One submission: what changed or all of it, what to watch for, and the decision. */
export default async function SubmissionPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/review/${id}`);
	const submission = await readSubmission(viewer, id);
	const { sent, last } = queueAddress.parse(await searchParams);
	const [next, waiting] = await Promise.all([nextInQueue(viewer, id), countWaiting(viewer)]);
	const [t, states] = await Promise.all([getTranslations("review"), getTranslations("eventState")]);
	const text = bestText(submission.content.texts, locale)?.text;
	const clashes =
		submission.state === "submitted" ? await listClashesOf(viewer, submission, locale) : [];
	const surroundings = surroundingsOf(submission.content, clashes, locale);
	return (
		<Container>
			{sent && (
				<Notice tone="success" live title={t(`sent.${sent}`)} className="mt-6">
					<p>{t("left", { count: waiting })}</p>
					{last && last !== id && <LastDecision eventId={last} />}
				</Notice>
			)}
			<PageHeader
				crumbs={[{ label: t("title"), href: "/review" }, { label: t("submission") }]}
				eyebrow={submission.organisation.name}
				title={text?.title ?? t("untitled")}
				titleLang={text?.locale}
				badges={<StateBadge state={submission.state}>{states(submission.state)}</StateBadge>}
				actions={
					<>
						<ClientMessages namespaces={["ui", "review"]}>
							<Shortcuts page="submission" />
						</ClientMessages>
						<ButtonLink href="/review" variant="quiet" data-shortcut="queue">
							{t("toQueue")}
						</ButtonLink>
						{next && (
							<ButtonLink href={`/review/${next}`} variant="secondary" data-shortcut="next">
								{t("next")}
							</ButtonLink>
						)}
					</>
				}
			/>
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="flex min-w-0 flex-col gap-12">
					<StopNotice />
					<SubmissionNotices submission={submission} />
					{(submission.mayDecide || submission.mayLookAt) && (
						<Hints
							hints={
								await findHints(
									[
										...saidIn(submission.content),
										...(submission.profile ? saidInProfile(submission.profile) : []),
									],
									submission.organisation,
								)
							}
							locale={locale}
						/>
					)}
					<ClashNotice clashes={clashes} />
					{submission.base && submission.state === "submitted" && (
						<Differences
							differences={submission.differences}
							wholes={submission.wholes}
							base={submission.base}
							locale={locale}
						/>
					)}
					<SubmissionContent submission={submission} locale={locale}>
						{surroundings && <SubmissionMap surroundings={surroundings} locale={locale} />}
					</SubmissionContent>
				</div>
				<aside className="flex flex-col gap-10 lg:sticky lg:top-8 lg:self-start">
					{!submission.isOwn && (
						<ClientMessages namespaces={["ui", "errors", "review"]}>
							<DecisionForm
								key={submission.id}
								eventId={submission.id}
								eventVersion={submission.version}
								idempotencyKey={randomUUID()}
								isOpen={submission.mayDecide}
								decided={await lastDecided(submission, locale)}
								reasons={
									submission.mayDecide ? await readyReasons(submission.authorLocale) : undefined
								}
								action={decideAction}
							/>
						</ClientMessages>
					)}
					{submission.mayLookAt && (
						<Notice tone="info" title={t("lookAt.title")}>
							<p className="mb-4">{t("lookAt.text")}</p>
							<ClientMessages namespaces={["ui", "errors"]}>
								<OneButtonForm run={lookAtAction} values={{ eventId: submission.id, locale }}>
									{t("lookAt.done")}
								</OneButtonForm>
							</ClientMessages>
						</Notice>
					)}
					<OtherOrganisers viewer={viewer} submission={submission} locale={locale} />
					{submission.mayDecide && (
						<TakeOn
							assignee={submission.assignee}
							viewerId={viewer.id}
							run={takeOnAction}
							values={{ eventId: submission.id, locale }}
						/>
					)}
					{!submission.isOwn && (
						<NoteList notes={submission.notes} locale={locale}>
							<ClientMessages namespaces={["ui", "errors", "review"]}>
								<NoteForm
									key={submission.notes.length}
									eventId={submission.id}
									idempotencyKey={randomUUID()}
									action={noteAction}
								/>
							</ClientMessages>
						</NoteList>
					)}
					<OrganiserMessages submission={submission} locale={locale} />
					<DecisionHistory decisions={submission.decisions} locale={locale} />
					{submission.isHeldByRecap && <HeldByRecap />}
					{submission.mayReopen && (
						<ClientMessages namespaces={["ui", "errors", "review"]}>
							<ReopenForm
								key={submission.version}
								action={reopenAction}
								hidden={{
									eventId: submission.id,
									eventVersion: submission.version,
									idempotencyKey: randomUUID(),
									locale,
								}}
								text={submission.decisions[0]?.kind === "approve" ? "textPublic" : "text"}
							/>
						</ClientMessages>
					)}
					<Hiding submission={submission} locale={locale} />
				</aside>
			</div>
		</Container>
	);
}

/** The way back to what was decided a moment ago. */
async function LastDecision({ eventId }: { eventId: string }) {
	const t = await getTranslations("review.reopen");
	return (
		<p>
			<Link href={`/review/${eventId}`} prefetch={false} className="text-link">
				{t("last")}
			</Link>
		</p>
	);
}

/** Why the last decision cannot be taken back. */
async function HeldByRecap() {
	const t = await getTranslations("review.reopen");
	return <p className="text-muted text-sm">{t("recapIsPublic")}</p>;
}

/** What reviewers ask for most, chosen in their language and sent in the organiser's. */
async function readyReasons(lang: string) {
	const [mine, theirs] = await Promise.all([
		getTranslations("review.ready"),
		getTranslations({ locale: lang, namespace: "review.ready" }),
	]);
	return {
		lang,
		items: READY.map((key) => ({
			key,
			label: mine(`${key}.label`),
			text: theirs(`${key}.text`),
		})),
	};
}
