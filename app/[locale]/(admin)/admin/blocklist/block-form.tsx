"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { addBlockAction } from "./actions";

/** Adds something to the list. */
export function BlockForm({ kinds, locale }: { kinds: readonly string[]; locale: string }) {
	const t = useTranslations("blocklist");
	return (
		<KeptForm action={addBlockAction} hidden={{ locale }} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<SelectField
						{...fieldOf("kind", "word")}
						label={t("what")}
						required
						options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
					/>
					<TextField
						{...fieldOf("value")}
						label={t("value")}
						hint={t("valueHint")}
						required
						dir="auto"
						maxLength={200}
					/>
					<TextField
						{...fieldOf("reason")}
						label={t("reason")}
						hint={t("reasonHint")}
						required
						dir="auto"
						maxLength={300}
					/>
					<div>
						<SubmitButton>{t("add")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
