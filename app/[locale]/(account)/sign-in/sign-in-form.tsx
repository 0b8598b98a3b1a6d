"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { askForSignIn } from "./actions";

/** Asks for the address that the link and the code are sent to. */
export function SignInForm({ locale, returnTo }: { locale: string; returnTo: string }) {
	const t = useTranslations("account.signIn");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(askForSignIn, null);
	return (
		<form action={action} className="flex flex-col gap-6" noValidate>
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="returnTo" value={returnTo} />
			<TextField
				name="email"
				type="email"
				label={t("email")}
				hint={t("emailHint")}
				error={fieldError(state, "email", errors)}
				defaultValue={typedValue(state, "email")}
				autoComplete="email"
				dir="ltr"
				maxLength={254}
				required
			/>
			<div>
				<SubmitButton>{t("send")}</SubmitButton>
			</div>
		</form>
	);
}
