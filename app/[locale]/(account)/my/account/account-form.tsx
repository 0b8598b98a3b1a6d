"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { saveAccount } from "./actions";

/** A person's own name and the language of their mails. */
export function AccountForm({ name, locale }: { name: string; locale: string }) {
	const t = useTranslations("account.own");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(saveAccount, null);
	return (
		<form action={action} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			{state?.ok && <Notice tone="success" title={t("saved")} live />}
			<TextField
				name="name"
				label={t("name")}
				hint={t("nameHint")}
				error={fieldError(state, "name", errors)}
				defaultValue={typedValue(state, "name") ?? name}
				autoComplete="name"
				maxLength={120}
			/>
			<SelectField
				name="locale"
				label={t("mailLanguage")}
				defaultValue={typedValue(state, "locale") ?? locale}
				options={LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
				required
			/>
			<div>
				<SubmitButton>{t("save")}</SubmitButton>
			</div>
		</form>
	);
}
