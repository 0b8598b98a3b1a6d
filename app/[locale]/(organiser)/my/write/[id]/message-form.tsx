"use client";

import { useTranslations } from "next-intl";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextareaField } from "@/components/ui/text-fields";
import { send } from "./actions";

type Props = {
	eventId: string;
	locale: string;
	idempotencyKey: string;
	/** Those in whose name one may write. */
	organisations: readonly { id: string; name: string }[];
};

/** The message, and in whose name it is written. */
export function MessageForm({ eventId, locale, idempotencyKey, organisations }: Props) {
	const t = useTranslations("my.write");
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(send);
	const [only] = organisations;
	return (
		<form {...form} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{organisations.length > 1 ? (
				<SelectField
					name="organisationId"
					label={t("inTheNameOf")}
					error={fieldError(state, "organisationId", errors)}
					defaultValue={typedValue(state, "organisationId") ?? only?.id}
					required
					options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			) : (
				<input type="hidden" name="organisationId" value={only?.id} />
			)}
			<TextareaField
				name="message"
				label={t("message")}
				hint={t("messageHint")}
				error={fieldError(state, "message", errors)}
				defaultValue={typedValue(state, "message") ?? ""}
				required
				dir="auto"
				rows={8}
				maxLength={2_000}
			/>
			<div>
				<SubmitButton>{t("send")}</SubmitButton>
			</div>
		</form>
	);
}
