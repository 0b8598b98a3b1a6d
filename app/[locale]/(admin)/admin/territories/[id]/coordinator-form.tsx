"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { nameCoordinatorAction } from "../actions";

/** Names somebody by address, as coordinator or deputy. */
export function CoordinatorForm({ locale, territoryId }: { locale: string; territoryId: string }) {
	const t = useTranslations("territories");
	return (
		<KeptForm
			action={nameCoordinatorAction}
			hidden={{ locale, territoryId }}
			idPrefix="person-"
			className="flex flex-col gap-6"
		>
			{(fieldOf) => (
				<>
					<div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-end">
						<TextField
							{...fieldOf("email")}
							type="email"
							label={t("people.email")}
							hint={t("people.emailHint")}
							dir="ltr"
							maxLength={254}
							required
						/>
						<SelectField
							{...fieldOf("role", "coordinator")}
							label={t("people.role")}
							plain
							options={(["coordinator", "deputy"] as const).map((role) => ({
								value: role,
								label: t(role),
							}))}
						/>
					</div>
					<div>
						<SubmitButton variant="secondary">{t("people.add")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
