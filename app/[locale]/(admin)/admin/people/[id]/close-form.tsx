"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { closeAccountAction } from "../actions";

/** Closes an account, with the reason that its person reads. */
export function CloseForm({ locale, userId }: { locale: string; userId: string }) {
	const t = useTranslations("people.close");
	return (
		<KeptForm
			action={closeAccountAction}
			hidden={{ locale, userId }}
			className="flex flex-col gap-6"
		>
			{(fieldOf) => (
				<>
					<TextareaField
						{...fieldOf("reason")}
						label={t("reason")}
						hint={t("reasonHint")}
						dir="auto"
						rows={3}
						maxLength={1000}
						required
					/>
					<div>
						<SubmitButton variant="danger">{t("send")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
