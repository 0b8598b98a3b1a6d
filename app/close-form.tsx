"use client";

import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-fields";

type Labelled = { label: string; hint: string };
type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string>>;
	idPrefix: string;
	/** Of an admin, which the members read. */
	reason?: Labelled;
	/** The day on which it was dissolved; left out where it is given back. */
	day?: Labelled;
	/** On the button. */
	send: string;
};

/** Ends an organisation, with what is to be said of it. */
export function CloseForm<Result>({ reason, day, send, ...form }: Props<Result>) {
	return (
		<KeptForm {...form} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					{reason && (
						<TextareaField
							{...fieldOf("reason")}
							{...reason}
							dir="auto"
							rows={3}
							maxLength={1000}
							required
						/>
					)}
					{day && <TextField {...fieldOf("dissolvedOn")} {...day} type="date" />}
					<div>
						<SubmitButton variant="danger">{send}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
