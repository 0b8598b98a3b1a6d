"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string | number>>;
	/** The organiser's, in the reader's words. */
	language: string;
};

/** Hides a public event, with the reason that its organiser reads. */
export function HideForm<Result>({ action, hidden, language }: Props<Result>) {
	const t = useTranslations("reports.hiding");
	return (
		<KeptForm action={action} hidden={hidden} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<TextareaField
						{...fieldOf("reason")}
						label={t("reason")}
						hint={t("reasonHint", { language })}
						required
						dir="auto"
						rows={5}
						maxLength={2000}
					/>
					<div className="flex flex-wrap gap-3">
						<SubmitButton variant="danger">{t("send")}</SubmitButton>
						<ButtonLink href={`/review/${hidden.eventId}`} variant="quiet">
							{t("cancel")}
						</ButtonLink>
					</div>
				</>
			)}
		</KeptForm>
	);
}
