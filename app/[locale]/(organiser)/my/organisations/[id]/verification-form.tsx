"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { useProblems } from "@/components/events/use-problems";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import { requestBadge } from "./verification-actions";

/** Asks for the badge, by a mailbox or by a coordinator. */
export function VerificationForm({
	organisationId,
	email,
	locale,
}: {
	organisationId: string;
	email: string;
	locale: string;
}) {
	const t = useTranslations("organisation.verification");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(requestBadge);
	const problems = useProblems(state);
	return (
		<form {...form} className="flex flex-col gap-6">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="organisationId" value={organisationId} />
			<input type="hidden" name="locale" value={locale} />
			<RadioGroup
				name="method"
				legend={t("method")}
				error={fieldError(state, "method", errors)}
				defaultValue={typedValue(state, "method") ?? "domain"}
				options={(["domain", "coordinator"] as const).map((method) => ({
					value: method,
					label: t(method),
					hint: t(`${method}Hint`),
				}))}
				required
			/>
			<TextField
				name="email"
				id="mailbox"
				label={t("mailbox")}
				hint={t("mailboxHint")}
				error={fieldError(state, "email", errors)}
				defaultValue={typedValue(state, "email") ?? email}
				type="email"
				dir="ltr"
				maxLength={254}
				plain
			/>
			<div>
				<SubmitButton>{t("send")}</SubmitButton>
			</div>
		</form>
	);
}
