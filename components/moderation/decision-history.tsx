import { useTranslations } from "next-intl";
import { formatInstant } from "@/lib/time/format";

type Decision = {
	kind: "approve" | "request_changes" | "reject";
	reason: string | null;
	createdAt: Date;
	isByTrust: boolean;
	undoneAt: Date | null;
	undoneReason: string | null;
	revision: { number: number };
};

/** What was decided before, the newest first; times are UTC because reviewers sit in many zones. */
export function DecisionHistory({
	decisions,
	locale,
}: {
	decisions: readonly Decision[];
	locale: string;
}) {
	const t = useTranslations("review");
	if (decisions.length === 0) return null;
	return (
		<section aria-labelledby="history">
			<h2 id="history" className="text-lg font-medium">
				{t("history.title")}
			</h2>
			<ol className="mt-4 flex flex-col gap-5 border-s border-line-strong ps-5">
				{decisions.map((decision) => (
					<li key={decision.createdAt.toISOString()}>
						<p className="font-medium">
							{t(decision.isByTrust ? "history.trusted" : `history.${decision.kind}`, {
								number: decision.revision.number,
							})}
						</p>
						<p className="figures text-sm text-muted">
							<time dateTime={decision.createdAt.toISOString()}>
								{formatInstant(decision.createdAt, "UTC", locale)} UTC
							</time>
						</p>
						{decision.reason && (
							<p dir="auto" className="mt-1 whitespace-pre-line">
								{decision.reason}
							</p>
						)}
						{decision.undoneAt && (
							<div className="mt-3 border-s-2 border-rule ps-3">
								<p className="font-medium">{t("history.undone")}</p>
								<p className="figures text-sm text-muted">
									<time dateTime={decision.undoneAt.toISOString()}>
										{formatInstant(decision.undoneAt, "UTC", locale)} UTC
									</time>
								</p>
								<p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
									{decision.undoneReason}
								</p>
							</div>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}
