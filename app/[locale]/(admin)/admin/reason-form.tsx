"use client";

import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string>>;
	idPrefix?: string;
	reason: string;
	/** Says who reads it. */
	hint: string;
	/** On the button. */
	send: string;
};

/** One thing that an admin does to others, with the reason that they read. */
export function ReasonForm<Result>({ reason, hint, send, ...form }: Props<Result>) {
	return (
		<KeptForm {...form} className="flex flex-col gap-6">
			{(fieldOf) => (
				<>
					<TextareaField
						{...fieldOf("reason")}
						label={reason}
						hint={hint}
						dir="auto"
						rows={3}
						maxLength={1000}
						required
					/>
					<div>
						<SubmitButton variant="danger">{send}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}
