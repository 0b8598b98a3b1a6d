"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	eventId: string;
	idempotencyKey: string;
	action: FormAction<Result>;
};

/** A note for the other reviewers of an event. */
export function NoteForm<Result>({ eventId, idempotencyKey, action }: Props<Result>) {
	const t = useTranslations("review.notes");
	const errors = useTranslations("errors");
	const locale = useLocale();
	const { state, form } = useKeptForm(action);
	return (
		<form {...form} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			<TextareaField
				name="text"
				label={t("label")}
				hint={t("hint")}
				error={fieldError(state, "text", errors)}
				defaultValue={typedValue(state, "text") ?? ""}
				plain
				maxLength={2000}
				rows={3}
			/>
			<div>
				<SubmitButton variant="secondary">{t("add")}</SubmitButton>
			</div>
		</form>
	);
}
