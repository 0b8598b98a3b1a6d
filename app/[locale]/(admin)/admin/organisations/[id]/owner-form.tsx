"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { inviteAsOwner } from "../actions";

/** Invites one address to own the organisation. */
export function OwnerForm({ organisationId, locale }: { organisationId: string; locale: string }) {
	const t = useTranslations("adminOrganisations.owner");
	return (
		<KeptForm
			action={inviteAsOwner}
			hidden={{ organisationId, locale }}
			className="flex flex-col gap-6"
		>
			{(fieldOf) => (
				<>
					<TextField
						{...fieldOf("email")}
						label={t("email")}
						hint={t("emailHint")}
						type="email"
						dir="ltr"
						autoComplete="off"
						maxLength={254}
						required
					/>
					<SelectField
						{...fieldOf("mailLocale", locale)}
						label={t("language")}
						options={LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
						required
					/>
					<div>
						<SubmitButton>{t("send")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
