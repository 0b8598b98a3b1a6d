"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { useProblems } from "@/components/events/use-problems";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { saveMyProfile } from "../actions";
import { CoversFields } from "./covers-fields";
import { LogoFields } from "./logo-fields";
import { OwnTexts } from "./own-texts";

export type ProfileValues = {
	name: string;
	kind: string;
	country: string;
	cityName: string | null;
	website: string | null;
	contactEmail: string | null;
	contactPhone: string | null;
	covers: readonly string[];
	logoCredit: string | null;
	logoId: string | null;
	texts: readonly { locale: string; name: string; description: string }[];
};

type Props = {
	organisationId: string;
	version: number;
	profile: ProfileValues;
	locale: string;
	kinds: readonly string[];
	countries: readonly { code: string; name: string }[];
	idempotencyKey: string;
};

const LANGUAGES = LOCALES.map((tag) => ({ tag, ownName: LOCALE_NAMES[tag] }));

/** Everything that the public may learn of an organisation. */
export function ProfileForm({ profile, kinds, countries, locale, ...hidden }: Props) {
	const t = useTranslations("organisation.profile");
	const kindNames = useTranslations("organisationKind");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(saveMyProfile);
	const problems = useProblems(state, LANGUAGES);
	const fieldOf = (name: string, value: string | null) => ({
		name,
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? value ?? "",
	});
	const countryOptions = countries.map(({ code, name }) => ({ value: code, label: name }));
	return (
		<form {...form} className="flex flex-col gap-8">
			<ErrorSummary problems={problems} />
			{Object.entries({ ...hidden, locale }).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<TextField
				{...fieldOf("name", profile.name)}
				label={t("name")}
				hint={t("nameHint")}
				required
				maxLength={160}
				autoComplete="organization"
			/>
			<OwnTexts texts={profile.texts} state={state} />
			<RadioGroup
				{...fieldOf("kind", profile.kind)}
				legend={t("kind")}
				options={kinds.map((kind) => ({ value: kind, label: kindNames(kind) }))}
				columns={2}
				required
			/>
			<SelectField
				{...fieldOf("country", profile.country)}
				label={t("country")}
				options={countryOptions}
				required
			/>
			<TextField {...fieldOf("cityName", profile.cityName)} label={t("city")} maxLength={100} />
			<CoversFields
				covers={profile.covers}
				countries={countries}
				error={fieldError(state, "covers", errors)}
			/>
			<LogoFields
				logoId={profile.logoId}
				pictureError={fieldError(state, "picture", errors)}
				credit={fieldOf("logoCredit", profile.logoCredit)}
			/>
			<TextField
				{...fieldOf("website", profile.website)}
				label={t("website")}
				hint={t("websiteHint")}
				type="url"
				dir="ltr"
				maxLength={300}
				autoComplete="url"
			/>
			<TextField
				{...fieldOf("contactEmail", profile.contactEmail)}
				label={t("contactEmail")}
				hint={t("contactHint")}
				type="email"
				dir="ltr"
				maxLength={254}
			/>
			<TextField
				{...fieldOf("contactPhone", profile.contactPhone)}
				label={t("contactPhone")}
				type="tel"
				dir="ltr"
				maxLength={40}
			/>
			<div>
				<SubmitButton>{t("save")}</SubmitButton>
			</div>
		</form>
	);
}
