"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmLink } from "../actions";

/** The button that a person presses and a mail scanner does not. */
export function LinkForm({ locale, token }: { locale: string; token: string }) {
	const t = useTranslations("account.link");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(confirmLink, null);
	return (
		<form action={action} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="token" value={token} />
			<div>
				<SubmitButton>{t("signIn")}</SubmitButton>
			</div>
		</form>
	);
}
