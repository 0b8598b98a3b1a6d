"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { Checkbox, Fieldset } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { saveTerritoryAction } from "./actions";

type Country = { code: string; name: string };
type Props = {
	locale: string;
	idempotencyKey: string;
	/** Null: a new one. */
	territory: { id: string; name: string; timezone: string; countries: readonly string[] } | null;
	countries: readonly Country[];
	zones: readonly string[];
};

/** Name, clock and countries of a territory. */
export function TerritoryForm({ locale, idempotencyKey, territory, countries, zones }: Props) {
	const t = useTranslations("territories.form");
	const chosen = countries.filter(({ code }) => territory?.countries.includes(code));
	const others = countries.filter((country) => !chosen.includes(country));
	return (
		<KeptForm
			action={saveTerritoryAction}
			hidden={{ locale, idempotencyKey, ...(territory ? { territoryId: territory.id } : {}) }}
			className="flex flex-col gap-8"
		>
			{(fieldOf) => (
				<>
					<TextField
						{...fieldOf("name", territory?.name)}
						label={t("name")}
						hint={t("nameHint")}
						maxLength={120}
						required
					/>
					<SelectField
						{...fieldOf("timezone", territory?.timezone ?? "UTC")}
						label={t("timezone")}
						hint={t("timezoneHint")}
						options={["UTC", ...zones].map((zone) => ({ value: zone, label: zone }))}
						required
					/>
					<Fieldset name="countries" legend={t("countries")} error={fieldOf("countries").error}>
						<Boxes list={chosen} isChosen />
						<Disclosure summary={t("more")} open={chosen.length === 0}>
							<Boxes list={others} isChosen={false} />
						</Disclosure>
					</Fieldset>
					<div>
						<SubmitButton>{t("save")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}

function Boxes({ list, isChosen }: { list: readonly Country[]; isChosen: boolean }) {
	return (
		<div className="grid gap-x-6 sm:grid-cols-2">
			{list.map(({ code, name }) => (
				<Checkbox
					key={code}
					id={`countries.${code}`}
					name="countries"
					value={code}
					label={name}
					defaultChecked={isChosen}
				/>
			))}
		</div>
	);
}
