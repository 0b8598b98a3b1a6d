"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { refuseClaimant } from "../actions";

/** Refuses a claim, with the reason that the claimant reads. */
export function RefuseForm(claim: { organisationId: string; claimId: string; locale: string }) {
	const t = useTranslations("adminOrganisations.claims");
	return (
		<KeptForm
			action={refuseClaimant}
			hidden={claim}
			idPrefix={`${claim.claimId}-`}
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
						<SubmitButton variant="danger">{t("refuse")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
