import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { Submission } from "@/lib/moderation/queries";
import { formatInstant } from "@/lib/time/format";
import { restoreAction } from "../reports/actions";

/** That the event is hidden, and the way back; or the way to hide it. */
export async function Hiding({ submission, locale }: { submission: Submission; locale: string }) {
	const t = await getTranslations("reports.hiding");
	const [hidden] = submission.takeDowns;
	if (!hidden) {
		if (!submission.published || submission.isOwn) return null;
		return (
			<p>
				<Link href={`/review/${submission.id}/hide`} className="text-link text-sm">
					{t("link")}
				</Link>
			</p>
		);
	}
	return (
		<Notice tone="warning" title={t("hidden")}>
			<p className="figures text-sm text-muted">
				{formatInstant(hidden.createdAt, "UTC", locale)} UTC
			</p>
			<p dir="auto" className="my-2 whitespace-pre-line wrap-anywhere">
				{hidden.reason}
			</p>
			{hidden.recapVersionId && <p className="mb-4">{t("withRecap")}</p>}
			{!submission.isOwn && (
				<ClientMessages namespaces={["ui", "errors"]}>
					<OneButtonForm
						run={restoreAction}
						variant="secondary"
						values={{ eventId: submission.id, eventVersion: submission.version, locale }}
					>
						{t("restore")}
					</OneButtonForm>
				</ClientMessages>
			)}
		</Notice>
	);
}
