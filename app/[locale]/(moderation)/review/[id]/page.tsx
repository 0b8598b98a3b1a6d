import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ClashNotice } from "@/components/events/clash-notice";
import { DecisionForm } from "@/components/moderation/decision-form";
import { DecisionHistory } from "@/components/moderation/decision-history";
import { Differences } from "@/components/moderation/differences";
import { SubmissionContent } from "@/components/moderation/submission-content";
import { SubmissionNotices } from "@/components/moderation/submission-notices";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { StateBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { DomainError } from "@/lib/errors";
import { listClashesOf } from "@/lib/events/clashes";
import { getSubmission, type Submission } from "@/lib/moderation/queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { decideAction, lookAtAction } from "../actions";
import { OtherOrganisers } from "./other-organisers";

type Props = { params: Promise<{ locale: string; id: string }> };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("review");
	return { title: t("submission") };
}

/** One submission: what changed or all of it, what to watch for, and the decision. */
export default async function SubmissionPage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/review/${id}`);
	const submission = await readSubmission(viewer, id);
	const [t, states] = await Promise.all([getTranslations("review"), getTranslations("eventState")]);
	const text = bestText(submission.content.texts, locale)?.text;
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: t("title"), href: "/review" }, { label: t("submission") }]}
				eyebrow={submission.organisation.name}
				title={text?.title ?? t("untitled")}
				titleLang={text?.locale}
				badges={<StateBadge state={submission.state}>{states(submission.state)}</StateBadge>}
			/>
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="flex min-w-0 flex-col gap-12">
					<SubmissionNotices submission={submission} />
					{submission.state === "submitted" && (
						<ClashNotice clashes={await listClashesOf(viewer, submission, locale)} />
					)}
					{submission.base && submission.state === "submitted" && (
						<Differences
							differences={submission.differences}
							base={submission.base}
							locale={locale}
						/>
					)}
					<SubmissionContent submission={submission} locale={locale} />
				</div>
				<aside className="flex flex-col gap-10 lg:sticky lg:top-8 lg:self-start">
					{submission.mayDecide && (
						<ClientMessages namespaces={["ui", "errors", "review"]}>
							<DecisionForm
								key={submission.version}
								eventId={submission.id}
								eventVersion={submission.version}
								idempotencyKey={randomUUID()}
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
					<DecisionHistory decisions={submission.decisions} locale={locale} />
				</aside>
			</div>
		</Container>
	);
}

async function readSubmission(viewer: Viewer, id: string): Promise<Submission> {
	if (!UUID.test(id)) notFound();
	try {
		return await getSubmission(viewer, id);
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
}
