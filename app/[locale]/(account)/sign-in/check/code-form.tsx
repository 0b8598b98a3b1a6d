"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { confirmCode } from "../actions";

/** Takes the six digits of the mail. */
export function CodeForm({ locale }: { locale: string }) {
	const t = useTranslations("account.check");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(confirmCode, null);
	return (
		<form action={action} className="flex flex-col gap-6" noValidate>
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<TextField
				name="code"
				label={t("code")}
				hint={t("codeHint")}
				error={fieldError(state, "code", errors)}
				defaultValue={typedValue(state, "code")}
				inputMode="numeric"
				autoComplete="one-time-code"
				dir="ltr"
				maxLength={20}
				className="max-w-56"
				required
			/>
			<div>
				<SubmitButton>{t("signIn")}</SubmitButton>
			</div>
		</form>
	);
}
