import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { ClientMessages } from "@/components/shell/client-messages";
import { Badge } from "@/components/ui/badge";
import type { ReportCase } from "@/lib/moderation/report-queries";
import { languageName } from "@/lib/text/languages";
import { formatInstant } from "@/lib/time/format";
import { AnswerForm } from "./answer-form";

type Props<Result> = {
	reports: ReportCase["reports"];
	locale: string;
	action: FormAction<Result>;
	/** A new idempotency key for each form. */
	newKey: () => string;
};

/** What visitors wrote, the oldest first, each with its answer or a form for one. */
export function ReportList<Result>({ reports, locale, action, newKey }: Props<Result>) {
	const t = useTranslations("reports");
	const kinds = useTranslations("report.kind");
	return (
		<section aria-labelledby="said" className="min-w-0">
			<h2 id="said" className="text-xl font-medium">
				{t("count", { count: reports.length })}
			</h2>
			<ol className="mt-2 flex flex-col gap-4">
				{reports.map((report) => (
					<li key={report.id} className="flex flex-col gap-3 py-4">
						<div className="flex flex-wrap items-center gap-x-3 gap-y-2">
							<h3 className="font-medium">{kinds(report.kind)}</h3>
							{report.isSuspect && <Badge tone="warning">{t("suspect")}</Badge>}
						</div>
						<p className="figures text-sm text-muted">
							<bdi dir="ltr">{report.reference}</bdi>,{" "}
							<time dateTime={report.createdAt.toISOString()}>
								{formatInstant(report.createdAt, "UTC", locale)} UTC
							</time>
							, {languageName(report.locale, locale)}
						</p>
						{report.text && (
							<p
								dir="auto"
								className="border-s-2 border-line-strong ps-4 whitespace-pre-line wrap-anywhere"
							>
								{report.text}
							</p>
						)}
						{report.answer ? (
							<div>
								<p className="text-sm text-muted">{t("answered")}</p>
								<p dir="auto" className="whitespace-pre-line wrap-anywhere">
									{report.answer}
								</p>
							</div>
						) : (
							<ClientMessages namespaces={["ui", "errors", "reports"]}>
								<AnswerForm
									action={action}
									hidden={{ reportId: report.id, locale, idempotencyKey: newKey() }}
									hint={t(report.hasEmail ? "answerByMail" : "answerOnPage", {
										language: languageName(report.locale, locale),
									})}
								/>
							</ClientMessages>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}
