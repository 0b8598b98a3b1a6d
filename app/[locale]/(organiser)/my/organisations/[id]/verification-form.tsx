"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { fieldError, typedValue } from "@/app/form-problems";
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
	const [state, action, isPending] = useActionState(requestBadge, null);
	const problems = useProblems(state);
	return (
		<form
			action={action}
			noValidate
			className="flex flex-col gap-6"
			onSubmit={(event) => {
				// Without this React would empty the form when the action has answered.
				event.preventDefault();
				const form = new FormData(event.currentTarget);
				if (!isPending) startTransition(() => action(form));
			}}
		>
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
