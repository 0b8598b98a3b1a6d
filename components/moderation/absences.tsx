import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { OneButtonForm } from "@/app/one-button-form";
import type { DaysAway } from "@/lib/moderation/territory-queries";
import { formatDayRange } from "@/lib/time/format";
import { AbsenceForm } from "./absence-form";

type Hidden = Readonly<Record<string, string>>;

/** When somebody is away, and the form for one more absence. @param today "YYYY-MM-DD" */
export function Absences<Planned, Cancelled>({
	absences,
	plan,
	cancel,
	hidden,
	locale,
	today,
}: {
	absences: readonly DaysAway[];
	plan: FormAction<Planned>;
	cancel: FormAction<Cancelled>;
	hidden: Hidden;
	locale: string;
	today: string;
}) {
	return (
		<>
			<AbsenceList absences={absences} action={cancel} hidden={hidden} locale={locale} />
			<AbsenceForm key={absences.length} action={plan} hidden={hidden} today={today} />
		</>
	);
}

/** Absences that are planned or going on, each with a button that takes it away. */
function AbsenceList<Result>({
	absences,
	action,
	hidden,
	locale,
}: {
	absences: readonly DaysAway[];
	action: FormAction<Result>;
	hidden: Hidden;
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
