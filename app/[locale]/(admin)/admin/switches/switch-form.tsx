"use client";

import { useTranslations } from "next-intl";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import type { SwitchName } from "@/lib/permissions/switches";
import { turnSwitchAction } from "./actions";

/** Turns a switch on, with the reason that those whom it stops will read. */
export function SwitchForm({ name, locale }: { name: SwitchName; locale: string }) {
	const t = useTranslations("adminSwitches");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(turnSwitchAction);
	return (
		<form {...form} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="name" value={name} />
			<input type="hidden" name="isOn" value="1" />
			<TextField
				id={`${name}-reason`}
				name="reason"
				label={t("reason")}
				hint={t("reasonHint")}
				error={fieldError(state, "reason", errors)}
				defaultValue={typedValue(state, "reason") ?? ""}
				maxLength={300}
				required
			/>
			<div>
				<SubmitButton variant="danger">{t(`${name}.turnOn`)}</SubmitButton>
			</div>
		</form>
	);
}
