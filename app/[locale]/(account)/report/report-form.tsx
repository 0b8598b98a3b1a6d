"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { RadioGroup } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { Input, TextareaField, TextField } from "@/components/ui/text-fields";
import { MAX_REPORT_LENGTH, REPORT_KINDS } from "@/lib/moderation/report-schema";
import { sendReport } from "./actions";

/** What is wrong, in a visitor's words. */
export function ReportForm({ hidden }: { hidden: Readonly<Record<string, string>> }) {
	const t = useTranslations("report");
	return (
		<KeptForm action={sendReport} hidden={hidden} className="flex flex-col gap-8">
			{(fieldOf) => {
				const { defaultValue, ...kind } = fieldOf("kind");
				return (
					<>
						<RadioGroup
							{...kind}
							legend={t("kindLegend")}
							defaultValue={defaultValue}
							columns={2}
							required
							options={REPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
						/>
						<TextareaField
							{...fieldOf("text")}
							label={t("text")}
							hint={t("textHint")}
							plain
							dir="auto"
							rows={6}
							maxLength={MAX_REPORT_LENGTH}
						/>
						<TextField
							{...fieldOf("email")}
							type="email"
							label={t("email")}
							hint={t("emailHint")}
							autoComplete="email"
							dir="ltr"
							maxLength={254}
						/>
						<div aria-hidden="true" className="sr-only">
							<label htmlFor="website">{t("leaveEmpty")}</label>
							<Input id="website" name="website" tabIndex={-1} autoComplete="off" />
						</div>
						<div>
							<SubmitButton>{t("send")}</SubmitButton>
						</div>
					</>
				);
			}}
		</KeptForm>
	);
}
