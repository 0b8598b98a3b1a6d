import { getTranslations } from "next-intl/server";
import { CoOrganiserList } from "@/components/events/co-organiser-list";
import { listCoOrganisers } from "@/lib/events/co-organiser-queries";
import type { Submission } from "@/lib/moderation/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** Which organisations the submission names beside its owner, and who of them has accepted. */
export async function OtherOrganisers({
	viewer,
	submission,
	locale,
}: {
	viewer: Viewer;
	submission: Submission;
	locale: string;
}) {
	const organisers = await listCoOrganisers(viewer, {
		eventId: submission.id,
		revisionId: submission.content.id,
	});
	if (organisers.length === 0) return null;
	const t = await getTranslations("review.otherOrganisers");
	return (
		<section aria-labelledby="other-organisers" className="flex flex-col gap-3">
			<h2 id="other-organisers" className="text-lg font-medium">
				{t("title")}
			</h2>
			<p className="text-sm text-ink-soft">{t("text")}</p>
			<CoOrganiserList organisers={organisers} locale={locale} forReviewer />
		</section>
	);
}
