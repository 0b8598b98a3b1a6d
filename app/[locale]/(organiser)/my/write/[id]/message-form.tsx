"use client";

import { useTranslations } from "next-intl";
import { KeptForm } from "@/app/kept-form";
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
export function MessageForm({ organisations, ...hidden }: Props) {
	const t = useTranslations("my.write");
	const [only] = organisations;
	return (
		<KeptForm action={send} hidden={hidden} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					{organisations.length > 1 ? (
						<SelectField
							{...fieldOf("organisationId", only?.id)}
							label={t("inTheNameOf")}
							required
							options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
						/>
					) : (
						<input type="hidden" name="organisationId" value={only?.id} />
					)}
					<TextareaField
						{...fieldOf("message")}
						label={t("message")}
						hint={t("messageHint")}
						required
						dir="auto"
						rows={8}
						maxLength={2_000}
					/>
					<div>
						<SubmitButton>{t("send")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
