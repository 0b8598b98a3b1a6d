"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { hold } from "../actions";

/** Holds the organisation, with the reason that its members read. */
export function HoldForm({ organisationId, locale }: { organisationId: string; locale: string }) {
	const t = useTranslations("adminOrganisations.hold");
	return (
		<KeptForm action={hold} hidden={{ organisationId, locale }} className="flex flex-col gap-6">
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
