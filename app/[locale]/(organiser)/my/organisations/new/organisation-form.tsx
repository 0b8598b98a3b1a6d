"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { useProblems } from "@/components/events/use-problems";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/text-fields";
import type { OrganisationInput } from "@/lib/organisations/schema";
import { createMyOrganisation } from "../actions";

type Props = {
	locale: string;
	kinds: readonly string[];
	countries: readonly { code: string; name: string }[];
	idempotencyKey: string;
	/** What was typed before it turned out that the calendar may have the organisation already. */
	first: OrganisationInput | null;
};

/** The few facts that an organisation begins with. */
export function OrganisationForm({ locale, kinds, countries, idempotencyKey, first }: Props) {
	const t = useTranslations("organisationForm");
	const kindNames = useTranslations("organisationKind");
	const errors = useTranslations("errors");
	const { state, isPending, form } = useKeptForm(createMyOrganisation);
	const problems = useProblems(state);
	const text = (name: keyof OrganisationInput) => ({
		name,
		label: t(name),
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? first?.[name] ?? "",
	});
	return (
		<form {...form} className="flex flex-col gap-8">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{first && <input type="hidden" name="isAnother" value="1" />}
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
				defaultValue={typedValue(state, "kind") ?? first?.kind}
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
					{t(first ? "createAnother" : "create")}
				</Button>
			</div>
		</form>
	);
}
