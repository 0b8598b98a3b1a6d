"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<"reportId" | "locale" | "idempotencyKey", string>>;
	/** How the answer reaches the reporter, and in which language to write it. */
	hint: string;
};

/** An answer to one reporter. */
export function AnswerForm<Result>({ action, hidden, hint }: Props<Result>) {
	const t = useTranslations("reports");
	return (
		<Disclosure summary={t("answer")}>
			<KeptForm
				action={action}
				hidden={hidden}
				idPrefix={`${hidden.reportId}-`}
				className="flex flex-col gap-4 pt-3"
			>
				{(fieldOf) => (
					<>
						<TextareaField
							{...fieldOf("answer")}
							label={t("answerLabel")}
							hint={hint}
							required
							dir="auto"
							rows={4}
							maxLength={2000}
						/>
						<div>
							<SubmitButton variant="secondary">{t("answerSend")}</SubmitButton>
						</div>
					</>
				)}
			</KeptForm>
		</Disclosure>
	);
}
