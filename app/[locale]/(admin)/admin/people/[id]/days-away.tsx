import { getTranslations } from "next-intl/server";
import { Absences } from "@/components/moderation/absences";
import { listAbsencesOf } from "@/lib/moderation/territory-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { cancelAbsenceOfAction, planAbsenceOfAction } from "../actions";

/** When a coordinator or another admin is away, to be entered for them. */
export async function DaysAwayOf({
	viewer,
	userId,
	locale,
}: {
	viewer: Viewer;
	userId: string;
	locale: string;
}) {
	const now = new Date();
	const absences = await listAbsencesOf(viewer, userId, now);
	const t = await getTranslations("people.absence");
	return (
		<section aria-labelledby="absence" className="mt-12 border-t border-ink pt-6">
			<h2 id="absence" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="mt-2 mb-5">{t("lead")}</p>
			<Absences
				absences={absences}
				plan={planAbsenceOfAction}
				cancel={cancelAbsenceOfAction}
				hidden={{ userId, locale }}
				locale={locale}
				today={now.toISOString().slice(0, 10)}
			/>
		</section>
	);
}
