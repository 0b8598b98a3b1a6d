"use client";

import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<"eventId" | "locale" | "idempotencyKey", string>>;
	words: { label: string; hint: string; send: string };
};

/** A message to the other side. */
export function MessageForm<Result>({ action, hidden, words }: Props<Result>) {
	return (
		<KeptForm action={action} hidden={hidden} idPrefix="message-" className="flex flex-col gap-4">
			{(fieldOf) => (
				<>
					<TextareaField
						{...fieldOf("text")}
						label={words.label}
						hint={words.hint}
						plain
						dir="auto"
						maxLength={2000}
						rows={3}
					/>
					<div>
						<SubmitButton variant="secondary">{words.send}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
