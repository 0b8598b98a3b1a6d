"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { proveWithRecoveryCode } from "./actions";

/** Takes one of the codes that the person has kept. */
export function RecoveryCodeForm({ locale, returnTo }: { locale: string; returnTo: string }) {
	const t = useTranslations("account.factor.prove");
	return (
		<KeptForm
			action={proveWithRecoveryCode}
			hidden={{ locale, returnTo }}
			className="flex flex-col gap-6"
		>
			{(fieldOf) => (
				<>
					<TextField
						{...fieldOf("recoveryCode")}
						label={t("recoveryCode")}
						hint={t("recoveryCodeHint")}
						autoComplete="off"
						autoCapitalize="characters"
						spellCheck={false}
						dir="ltr"
						maxLength={60}
						required
					/>
					<div>
						<SubmitButton variant="secondary">{t("useRecoveryCode")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
