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
import { invite } from "./actions";

/** Invites one address. */
export function InvitationForm({
	organisationId,
	locale,
}: {
	organisationId: string;
	locale: string;
}) {
	const t = useTranslations("organisation.invitations");
	const roles = useTranslations("organisation.role");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(invite);
	const problems = useProblems(state);
	return (
		<form {...form} className="flex max-w-narrow flex-col gap-6">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="organisationId" value={organisationId} />
			<input type="hidden" name="locale" value={locale} />
			<TextField
				name="email"
				label={t("email")}
				hint={t("emailHint")}
				error={fieldError(state, "email", errors)}
				defaultValue={typedValue(state, "email") ?? ""}
				type="email"
				dir="ltr"
				autoComplete="off"
				maxLength={254}
				required
			/>
			<RadioGroup
				name="role"
				legend={t("role")}
				error={fieldError(state, "role", errors)}
				defaultValue={typedValue(state, "role") ?? "editor"}
				options={(["editor", "owner"] as const).map((role) => ({
					value: role,
					label: roles(role),
					hint: roles(`${role}Hint`),
				}))}
				columns={2}
				required
			/>
			<SelectField
				name="mailLocale"
				label={t("language")}
				defaultValue={typedValue(state, "mailLocale") ?? locale}
				options={LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
				required
			/>
			<div>
				<SubmitButton>{t("send")}</SubmitButton>
			</div>
		</form>
	);
}
