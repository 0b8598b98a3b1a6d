"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { fieldError, typedValue } from "@/app/form-problems";
import { useProblems } from "@/components/events/use-problems";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { createMyOrganisation } from "../actions";

type Props = {
	locale: string;
	kinds: readonly string[];
	countries: readonly { code: string; name: string }[];
	idempotencyKey: string;
};

/** The few facts that an organisation begins with. */
export function OrganisationForm({ locale, kinds, countries, idempotencyKey }: Props) {
	const t = useTranslations("organisationForm");
	const kindNames = useTranslations("organisationKind");
	const errors = useTranslations("errors");
	const [state, action, isPending] = useActionState(createMyOrganisation, null);
	const problems = useProblems(state);
	const text = (name: string) => ({
		name,
		label: t(name),
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? "",
	});
	return (
		<form
			action={action}
			noValidate
			className="flex flex-col gap-8"
			onSubmit={(event) => {
				// Without this React would empty the form when the action has answered.
				event.preventDefault();
				const form = new FormData(event.currentTarget);
				if (!isPending) startTransition(() => action(form));
			}}
		>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			<TextField
				{...text("name")}
				hint={t("nameHint")}
				required
				maxLength={160}
				autoComplete="organization"
			/>
			<RadioGroup
				name="kind"
				legend={t("kind")}
				error={fieldError(state, "kind", errors)}
				defaultValue={typedValue(state, "kind")}
				options={kinds.map((kind) => ({ value: kind, label: kindNames(kind) }))}
				columns={2}
				required
			/>
			<SelectField
				{...text("country")}
				hint={t("countryHint")}
				required
				autoComplete="country"
				options={[
					{ value: "", label: t("chooseCountry") },
					...countries.map(({ code, name }) => ({ value: code, label: name })),
				]}
			/>
			<TextField {...text("cityName")} maxLength={100} autoComplete="address-level2" />
			<TextField
				{...text("website")}
				hint={t("websiteHint")}
				type="url"
				dir="ltr"
				maxLength={300}
				autoComplete="url"
			/>
			<p className="text-sm text-muted">{t("unverified")}</p>
			<div>
				<Button type="submit" aria-disabled={isPending || undefined}>
					{t("create")}
				</Button>
			</div>
		</form>
	);
}
