"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { askForCode, deleteMyAccount } from "./actions";

/** The button that deletes the account for good. */
export function DeleteForm({ locale }: { locale: string }) {
	const t = useTranslations("account.data");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(deleteMyAccount, null);
	return (
		<form action={action} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<div>
				<SubmitButton variant="danger">{t("confirm")}</SubmitButton>
			</div>
		</form>
	);
}

/** Asks for a code, for whoever signed in a while ago. */
export function CodeForm({ locale }: { locale: string }) {
	const t = useTranslations("account.data");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(askForCode, null);
	return (
		<form action={action} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<div>
				<SubmitButton>{t("sendCode")}</SubmitButton>
			</div>
		</form>
	);
}
