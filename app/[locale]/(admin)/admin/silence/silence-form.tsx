"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { setSilenceAction } from "./actions";

type Props = { locale: string; countries: readonly { code: string; name: string }[] };

/** Country, hour and source of a minute of silence. */
export function SilenceForm({ locale, countries }: Props) {
	const t = useTranslations("silence");
	return (
		<KeptForm action={setSilenceAction} hidden={{ locale }} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_12rem] sm:items-end">
						<SelectField
							{...fieldOf("country")}
							label={t("country")}
							options={[
								{ value: "", label: t("choose") },
								...countries.map(({ code, name }) => ({ value: code, label: name })),
							]}
							required
						/>
						<TextField {...fieldOf("time")} type="time" label={t("time")} required />
					</div>
					<TextField
						{...fieldOf("sourceUrl")}
						type="url"
						label={t("source")}
						hint={t("sourceHint")}
						dir="ltr"
						maxLength={500}
					/>
					<div>
						<SubmitButton>{t("set")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
