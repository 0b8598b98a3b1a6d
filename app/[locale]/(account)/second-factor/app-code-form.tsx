"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";

type Props = {
	action: FormAction<void>;
	locale: string;
	returnTo: string;
	/** True for the first code of an app that is being added. */
	isNew?: boolean;
};

/** Takes the six digits that an app shows. */
export function AppCodeForm({ action, locale, returnTo, isNew = false }: Props) {
	const t = useTranslations("account.factor");
	return (
		<KeptForm action={action} hidden={{ locale, returnTo }} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<TextField
						{...fieldOf("code")}
						label={t("code")}
						hint={t("codeHint")}
						inputMode="numeric"
						autoComplete="one-time-code"
						dir="ltr"
						maxLength={20}
						className="max-w-56"
						required
					/>
					<div>
						<SubmitButton>{t(isNew ? "app.confirm" : "prove.submit")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
