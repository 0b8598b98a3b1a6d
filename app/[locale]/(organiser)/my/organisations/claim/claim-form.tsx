"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
import { RadioGroup } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { claim } from "./actions";

/** Says who one is, and how reviewers can know. */
export function ClaimForm({
	organisationId,
	email,
	locale,
}: {
	organisationId: string;
	email: string;
	locale: string;
}) {
	const t = useTranslations("claim");
	const badge = useTranslations("organisation.verification");
	return (
		<KeptForm action={claim} hidden={{ organisationId, locale }} className="flex flex-col gap-6">
			{(fieldOf) => {
				const { error, defaultValue } = fieldOf("method", "coordinator");
				return (
					<>
						<TextareaField
							{...fieldOf("statement")}
							label={t("statement")}
							hint={t("statementHint")}
							dir="auto"
							rows={4}
							maxLength={1000}
							required
						/>
						<RadioGroup
							name="method"
							legend={badge("method")}
							error={error}
							defaultValue={defaultValue}
							options={(["domain", "coordinator"] as const).map((method) => ({
								value: method,
								label: badge(method),
								hint: method === "domain" ? badge("domainHint") : t("coordinatorHint"),
							}))}
							required
						/>
						<TextField
							{...fieldOf("email", email)}
							label={badge("mailbox")}
							hint={badge("mailboxHint")}
							type="email"
							dir="ltr"
							maxLength={254}
							plain
						/>
						<div>
							<SubmitButton>{t("send")}</SubmitButton>
						</div>
					</>
				);
			}}
		</KeptForm>
	);
}
