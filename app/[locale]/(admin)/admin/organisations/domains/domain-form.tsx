"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { fieldError, typedValue } from "@/app/form-problems";
import { useProblems } from "@/components/events/use-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { addDomain } from "../actions";

/** Lists one more official domain. */
export function DomainForm({ locale }: { locale: string }) {
	const t = useTranslations("adminOrganisations.domains");
	const errors = useTranslations("errors");
	const [state, action, isPending] = useActionState(addDomain, null);
	const problems = useProblems(state);
	const fieldOf = (name: string) => ({
		name,
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? "",
	});
	return (
		<form
			action={action}
			noValidate
			className="flex flex-col gap-6"
			onSubmit={(event) => {
				// Without this React would empty the form when the action has answered.
				event.preventDefault();
				const form = new FormData(event.currentTarget);
				if (!isPending) startTransition(() => action(form));
			}}
		>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="locale" value={locale} />
			<TextField
				{...fieldOf("domain")}
				label={t("domain")}
				hint={t("domainHint")}
				dir="ltr"
				maxLength={253}
				required
			/>
			<TextField {...fieldOf("holder")} label={t("holder")} maxLength={160} required />
			<TextField
				{...fieldOf("sourceUrl")}
				label={t("source")}
				type="url"
				dir="ltr"
				maxLength={300}
			/>
			<div>
				<SubmitButton>{t("list")}</SubmitButton>
			</div>
		</form>
	);
}
