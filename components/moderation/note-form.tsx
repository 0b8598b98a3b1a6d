"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	eventId: string;
	idempotencyKey: string;
	action: FormAction<Result>;
};

/** A note for the other reviewers of an event. */
export function NoteForm<Result>({ action, ...hidden }: Props<Result>) {
	const t = useTranslations("review.notes");
	const locale = useLocale();
	return (
		<KeptForm action={action} hidden={{ ...hidden, locale }} className="flex flex-col gap-4">
			{(fieldOf) => (
				<>
					<TextareaField
						{...fieldOf("text")}
						label={t("label")}
						hint={t("hint")}
						plain
						maxLength={2000}
						rows={3}
					/>
					<div>
						<SubmitButton variant="secondary">{t("add")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
