import { getTranslations } from "next-intl/server";
import { AbsenceForm } from "@/components/moderation/absence-form";
import { AbsenceList } from "@/components/moderation/absence-list";
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
	const hidden = { userId, locale };
	return (
		<section aria-labelledby="absence" className="mt-12 border-t border-ink pt-6">
			<h2 id="absence" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="mt-2 mb-5">{t("lead")}</p>
			<AbsenceList
				absences={absences}
				action={cancelAbsenceOfAction}
				hidden={hidden}
				locale={locale}
			/>
			<AbsenceForm
				key={absences.length}
				action={planAbsenceOfAction}
				hidden={hidden}
				today={now.toISOString().slice(0, 10)}
			/>
		</section>
	);
}
