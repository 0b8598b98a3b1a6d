import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { requireReviewer } from "@/app/require-viewer";
import { CaseFacts } from "@/components/moderation/case-facts";
import { CloseCaseForm } from "@/components/moderation/close-case-form";
import { ReportList } from "@/components/moderation/report-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { getCase, type ReportCase } from "@/lib/moderation/report-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { TakeOn } from "../../take-on";
import { answerAction, closeAction, takeCaseAction } from "../actions";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("reports");
	return { title: t("case") };
}

/** All reports of one thing, and what can be done about them. */
export default async function CasePage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/review/reports/${id}`);
	const of = await readCase(viewer, id);
	const { done } = await searchParams;
	const [t, review] = await Promise.all([getTranslations("reports"), getTranslations("review")]);
	const text = bestText(of.texts, locale)?.text;
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: review("title"), href: "/review" },
					{ label: t("title"), href: "/review/reports" },
					{ label: t("case") },
				]}
				eyebrow={text ? <bdi>{of.organisation}</bdi> : undefined}
				title={text?.title || of.organisation}
				titleLang={text?.locale}
				badges={of.isUrgent && <Badge tone="accent">{t("urgent")}</Badge>}
			/>
			{done === "answered" && (
				<Notice tone="success" live title={t("done.answered")} className="mb-8" />
			)}
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<ReportList
					reports={of.reports}
					locale={locale}
					action={answerAction}
					newKey={() => randomUUID()}
				/>
				<aside className="flex flex-col gap-10 lg:sticky lg:top-8 lg:self-start">
					<CaseFacts of={of} />
					{of.closedAt === null && (
						<TakeOn
							assignee={of.assignee}
							viewerId={viewer.id}
							run={takeCaseAction}
							values={{ caseId: of.id, locale }}
						/>
					)}
					{of.closedAt === null ? (
						<ClientMessages namespaces={["ui", "errors", "reports"]}>
							<CloseCaseForm
								action={closeAction}
								hidden={{ caseId: of.id, locale, idempotencyKey: randomUUID() }}
							/>
						</ClientMessages>
					) : (
						<Notice tone="info" title={of.outcome ? t(`outcome.${of.outcome}`) : undefined}>
							{of.reason && <p className="whitespace-pre-line wrap-anywhere">{of.reason}</p>}
						</Notice>
					)}
				</aside>
			</div>
		</Container>
	);
}

async function readCase(viewer: Viewer, id: string): Promise<ReportCase> {
	return foundOr404(id, () => getCase(viewer, id));
}
