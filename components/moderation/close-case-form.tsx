"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { RadioGroup } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { REPORT_OUTCOMES } from "@/lib/moderation/report-schema";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string>>;
};

/** What was done in the end; the reporters learn it in general words. */
export function CloseCaseForm<Result>({ action, hidden }: Props<Result>) {
	const t = useTranslations("reports");
	return (
		<section aria-labelledby="close">
			<h2 id="close" className="mb-4 text-lg font-medium">
				{t("close")}
			</h2>
			<KeptForm action={action} hidden={hidden} className="flex flex-col gap-5">
				{(fieldOf) => {
					const { defaultValue, ...outcome } = fieldOf("outcome");
					return (
						<>
							<RadioGroup
								{...outcome}
								legend={t("outcomeLegend")}
								hint={t("outcomeHint")}
								defaultValue={defaultValue}
								options={REPORT_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
							/>
							<TextareaField
								{...fieldOf("reason")}
								label={t("reason")}
								hint={t("reasonHint")}
								plain
								rows={3}
								maxLength={2000}
							/>
							<div>
								<SubmitButton>{t("close")}</SubmitButton>
							</div>
						</>
					);
				}}
			</KeptForm>
		</section>
	);
}
