"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { planAbsenceAction } from "./actions";

/** First and last day of an absence. */
export function AbsenceForm({ locale, today }: { locale: string; today: string }) {
	const t = useTranslations("duty.absence");
	return (
		<KeptForm action={planAbsenceAction} hidden={{ locale }} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<div className="grid gap-6 sm:grid-cols-2">
						<TextField
							{...fieldOf("fromDate")}
							type="date"
							min={today}
							label={t("from")}
							required
						/>
						<TextField {...fieldOf("toDate")} type="date" min={today} label={t("to")} required />
					</div>
					<div>
						<SubmitButton variant="secondary">{t("plan")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
