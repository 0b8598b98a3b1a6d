import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { OneButtonForm } from "@/app/one-button-form";
import type { DaysAway } from "@/lib/moderation/territory-queries";
import { formatDayRange } from "@/lib/time/format";

/** Absences that are planned or going on, each with a button that takes it away. */
export function AbsenceList<Result>({
	absences,
	action,
	hidden,
	locale,
}: {
	absences: readonly DaysAway[];
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string>>;
	locale: string;
}) {
	const t = useTranslations("duty.absence");
	if (absences.length === 0) return <p className="mb-8 text-muted">{t("none")}</p>;
	return (
		<ul className="mb-8 divide-y divide-line border-y border-line">
			{absences.map(({ id, fromDate, toDate }) => {
				const days = formatDayRange(fromDate, toDate, locale);
				return (
					<li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
						<span className="figures">{days}</span>
						<OneButtonForm run={action} variant="quiet" values={{ ...hidden, absenceId: id }}>
							{t("cancel", { days })}
						</OneButtonForm>
					</li>
				);
			})}
		</ul>
	);
}
