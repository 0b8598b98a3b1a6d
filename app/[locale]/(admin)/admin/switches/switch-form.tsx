"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import type { SwitchName } from "@/lib/permissions/switches";
import { turnSwitchAction } from "./actions";

/** Turns a switch on, with the reason that those whom it stops will read. */
export function SwitchForm({ name, locale }: { name: SwitchName; locale: string }) {
	const t = useTranslations("adminSwitches");
	return (
		<KeptForm
			action={turnSwitchAction}
			hidden={{ locale, name, isOn: 1 }}
			idPrefix={`${name}-`}
			className="flex flex-col gap-6"
		>
			{(fieldOf) => (
				<>
					<TextField
						{...fieldOf("reason")}
						label={t("reason")}
						hint={t("reasonHint")}
						maxLength={300}
						required
					/>
					<div>
						<SubmitButton variant="danger">{t(`${name}.turnOn`)}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
