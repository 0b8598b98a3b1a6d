"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";

/** First and last day of an absence. @param today "YYYY-MM-DD" */
export function AbsenceForm<Result>({
	action,
	hidden,
	today,
}: {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string>>;
	today: string;
}) {
	const t = useTranslations("duty.absence");
	return (
		<KeptForm action={action} hidden={hidden} className="flex flex-col gap-6">
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
