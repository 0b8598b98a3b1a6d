"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { useProblems } from "@/components/events/use-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { addDomain } from "../actions";

/** Lists one more official domain. */
export function DomainForm({ locale }: { locale: string }) {
	const t = useTranslations("adminOrganisations.domains");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(addDomain);
	const problems = useProblems(state);
	const fieldOf = (name: string) => ({
		name,
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? "",
	});
	return (
		<form {...form} className="flex flex-col gap-6">
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
